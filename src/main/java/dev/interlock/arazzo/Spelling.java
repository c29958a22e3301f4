package dev.interlock.arazzo;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the word somebody probably meant. */
final class Spelling {
    private static final int FARTHEST = 2;
    private static final int LONGEST = 80;

    private Spelling() {}

    /** The known name that differs least from what was written, by two letters at most and in less than half of them. */
    static Optional<String> nearest(String written, Collection<String> known) {
        return written.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .filter(each -> close(written, each))
                        .min(Comparator.comparingInt((String each) -> distance(written, each))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** The advice that goes with a name that is not known. */
    static String advice(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "There are none." : "Known are: " + some(known));
    }

    private static String some(Collection<String> known) {
        var shown = known.stream().sorted().limit(12).toList();
        var rest = known.size() - shown.size();
        return String.join(", ", shown) + (rest > 0 ? " and " + rest + " more." : ".");
    }

    private static boolean close(String one, String other) {
        var distance = distance(one, other);
        return distance <= FARTHEST && 2 * distance < Math.max(one.length(), other.length());
    }

    private static int distance(String one, String other) {
        var left = one.toLowerCase(Locale.ROOT);
        var right = other.toLowerCase(Locale.ROOT);
        var row = IntStream.rangeClosed(0, right.length()).toArray();
        for (var i = 1; i <= left.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.length(); j++) {
                var changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
