package dev.interlock.ingest.report;

import dev.interlock.ingest.report.SeenNames.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds which of the names that appeared may be which of those that vanished. */
final class RenameFinder {
    private static final int MOST_COMPARED = 1_000;
    private static final int MOST_FOUND = 100;
    private static final double ENOUGH = 0.7;
    private static final Pattern PARAMETERS = Pattern.compile("\\s*[\\[(].*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private RenameFinder() {}

    /**
     * A name that may be a former one.
     *
     * @param similarity between 0.7 and 1
     */
    record Pair(Name name, Name former, double similarity) {}

    /** The pairs, most similar first; a name is in one pair at most. */
    static List<Pair> pairs(Collection<Name> appeared, Collection<Name> vanished) {
        var pairs = new ArrayList<Pair>();
        for (var name : first(appeared)) {
            for (var former : first(vanished)) {
                var similarity = similarity(name, former);
                if (similarity >= ENOUGH) {
                    pairs.add(new Pair(name, former, similarity));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::similarity)
                .reversed()
                .thenComparing(pair -> pair.name().identity()));
        var taken = new HashSet<Name>();
        pairs.removeIf(pair -> taken.contains(pair.name()) || taken.contains(pair.former()) || !take(taken, pair));
        return pairs.subList(0, Math.min(pairs.size(), MOST_FOUND));
    }

    private static boolean take(Set<Name> taken, Pair pair) {
        return taken.add(pair.name()) && taken.add(pair.former());
    }

    private static List<Name> first(Collection<Name> names) {
        return names.stream()
                .sorted(Comparator.comparing(Name::identity))
                .limit(MOST_COMPARED)
                .toList();
    }

    private static double similarity(Name one, Name other) {
        var name = plain(one.name());
        var otherName = plain(other.name());
        if (one.type().equals(other.type())) {
            return name.equals(otherName) ? 0 : shared(name, otherName);
        }
        var type = simple(one.type());
        var otherType = simple(other.type());
        if (one.name().equals(other.name())) {
            return type.equals(otherType) ? 1 : 0.5 + shared(type, otherType) / 2;
        }
        return Math.min(shared(name, otherName), type.equals(otherType) ? 1 : shared(type, otherType)) * 0.9;
    }

    /** A name without parameters and numbers, so that further rows of a test are no renames of each other. */
    private static String plain(String name) {
        var bare = DIGITS.matcher(PARAMETERS.matcher(name).replaceFirst("")).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String simple(String type) {
        return plain(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('/')) + 1));
    }

    /** Share of the pairs of neighbouring letters both have: 1 when all, 0 when none. */
    private static double shared(String one, String other) {
        var first = letterPairs(one);
        var second = letterPairs(other);
        var both = first.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), second.getOrDefault(pair.getKey(), 0)))
                .sum();
        var all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        return all == 0 ? 0 : 2.0 * both / all;
    }

    private static Map<String, Integer> letterPairs(String text) {
        var pairs = new HashMap<String, Integer>();
        for (var at = 0; at + 2 <= text.length(); at++) {
            pairs.merge(text.substring(at, at + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
