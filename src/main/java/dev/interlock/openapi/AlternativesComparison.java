package dev.interlock.openapi;

import dev.interlock.openapi.ChangeLog.Place;
import dev.interlock.openapi.InterfaceChange.Rule;
import dev.interlock.openapi.tree.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the alternatives of {@code oneOf} and {@code anyOf}: by name where they have one, else by what they say. */
final class AlternativesComparison {

    private static final int MOST_TRIED = 8;

    /** Compares one pair of schemas. */
    interface Pair {
        void compare(Located then, Located now, Place at);
    }

    private final OpenApiDocument before;
    private final OpenApiDocument after;
    private final Pair pair;

    AlternativesComparison(OpenApiDocument before, OpenApiDocument after, Pair pair) {
        this.before = before;
        this.after = after;
        this.pair = pair;
    }

    /** By name where a name stands once on both sides, the others by whether they say the same. */
    void compare(List<Located> then, List<Located> now, Place at) {
        var earlier = new ArrayList<>(then);
        var later = new ArrayList<>(now);
        if (then.isEmpty() != now.isEmpty()) {
            unjudged(at);
            return;
        }
        byName(earlier, later, at);
        bySense(earlier, later, at);
        if (named(earlier, before).size() < earlier.size()
                || named(later, after).size() < later.size()) {
            unjudged(at);
            return;
        }
        earlier.forEach(schema -> at.narrower(
                Rule.ALTERNATIVE_REMOVED, "%s may no longer be %s.".formatted(at.where(), name(schema, before))));
        later.forEach(schema ->
                at.wider(Rule.ALTERNATIVE_ADDED, "%s may also be %s now.".formatted(at.where(), name(schema, after))));
    }

    private static void unjudged(Place at) {
        at.unknown("%s changed between one schema and several; which values that lets through is not judged."
                .formatted(at.where()));
    }

    private void byName(List<Located> earlier, List<Located> later, Place at) {
        var now = grouped(later, after);
        grouped(earlier, before).forEach((name, schemas) -> {
            var same = now.getOrDefault(name, List.of());
            if (schemas.size() == 1 && same.size() == 1) {
                pair.compare(schemas.getFirst(), same.getFirst(), at.below("(" + name + ")"));
                earlier.remove(schemas.getFirst());
                later.remove(same.getFirst());
            }
        });
    }

    private void bySense(List<Located> earlier, List<Located> later, Place at) {
        if (earlier.size() <= MOST_TRIED && later.size() <= MOST_TRIED) {
            earlier.removeIf(schema -> later.stream()
                    .filter(other -> same(schema, other, at))
                    .findFirst()
                    .filter(later::remove)
                    .isPresent());
        }
    }

    private boolean same(Located then, Located now, Place at) {
        var trial = new ChangeLog(1);
        new SchemaComparison(before, after).compare(then, now, trial.at("", "", at.direction()));
        return trial.worst() == ChangeClass.NONE;
    }

    private static Map<String, List<Located>> grouped(List<Located> alternatives, OpenApiDocument document) {
        var groups = new LinkedHashMap<String, List<Located>>();
        alternatives.forEach(schema -> groups.computeIfAbsent(name(schema, document), name -> new ArrayList<>())
                .add(schema));
        return groups;
    }

    /**
     * Compares one schema with several alternatives of which it is one. Answers false when that is not how the two differ,
     * or the one cannot be told among the several.
     */
    boolean oneOfSeveral(Located from, Located then, Located to, Located now, Place at) {
        var earlier = several(from, before);
        var later = several(to, after);
        if (earlier.isEmpty() == later.isEmpty()) {
            return false;
        }
        return earlier.isEmpty() ? widened(then, later, at) : narrowed(earlier, now, at);
    }

    private boolean widened(Located then, List<Located> later, Place at) {
        var names = named(later, after);
        var kept = names.get(name(then, before));
        if (kept == null) {
            return false;
        }
        pair.compare(then, kept, at);
        names.forEach((name, schema) -> {
            if (!schema.equals(kept)) {
                at.wider(Rule.ALTERNATIVE_ADDED, "%s may also be %s now.".formatted(at.where(), name));
            }
        });
        return true;
    }

    private boolean narrowed(List<Located> earlier, Located now, Place at) {
        var names = named(earlier, before);
        var kept = names.get(name(now, after));
        if (kept == null) {
            return false;
        }
        pair.compare(kept, now, at);
        names.forEach((name, schema) -> {
            if (!schema.equals(kept)) {
                at.narrower(Rule.ALTERNATIVE_REMOVED, "%s may no longer be %s.".formatted(at.where(), name));
            }
        });
        return true;
    }

    /** The alternatives of a schema that says nothing else; empty for any other. */
    private static List<Located> several(Located schema, OpenApiDocument document) {
        var said = schema.node().propertyNames().stream()
                .filter(key -> !key.equals("description") && !key.equals("title") && !key.equals("discriminator"))
                .toList();
        if (said.size() != 1 || !(said.contains("oneOf") || said.contains("anyOf"))) {
            return List.of();
        }
        var listed = schema.at(said.getFirst());
        var all = new ArrayList<Located>();
        for (var index = 0; index < listed.node().size(); index++) {
            all.add(listed.at(index));
        }
        var simple = all.stream()
                .anyMatch(one -> SchemaTypes.nullable(document.follow(one).node()));
        return simple || all.size() < 2 ? List.of() : all;
    }

    private static Map<String, Located> named(List<Located> alternatives, OpenApiDocument document) {
        var named = new LinkedHashMap<String, Located>();
        for (var alternative : alternatives) {
            named.putIfAbsent(name(alternative, document), alternative);
        }
        return named;
    }

    /** The name of what it refers to, else its title, else its type, else its text. */
    private static String name(Located alternative, OpenApiDocument document) {
        if (References.isReference(alternative.node())) {
            return Pointers.lastKey(alternative.text("$ref"));
        }
        var title = alternative.text("title");
        if (!title.isEmpty()) {
            return title;
        }
        var type = SchemaTypes.main(document.follow(alternative).node());
        var simple = alternative.node().size() <= 2 && !type.isEmpty();
        return simple ? type : BodyCheck.shortened(alternative.node().toString());
    }
}
