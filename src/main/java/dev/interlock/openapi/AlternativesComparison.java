package dev.interlock.openapi;

import dev.interlock.openapi.ChangeLog.Place;
import dev.interlock.openapi.InterfaceChange.Rule;
import dev.interlock.openapi.tree.Pointers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the alternatives of {@code oneOf} and {@code anyOf}: by name where they have one, else by what they say. */
final class AlternativesComparison {

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

    void compare(List<Located> then, List<Located> now, Place at) {
        var earlier = named(then, before);
        var later = named(now, after);
        if (then.isEmpty() && now.isEmpty()) {
            return;
        }
        if (then.isEmpty() || now.isEmpty() || earlier.size() < then.size() || later.size() < now.size()) {
            at.unknown("%s changed between one schema and several; which values that lets through is not judged."
                    .formatted(at.where()));
            return;
        }
        earlier.forEach((name, schema) -> {
            var same = later.get(name);
            if (same != null) {
                pair.compare(schema, same, at.below("(" + name + ")"));
            } else {
                at.narrower(Rule.ALTERNATIVE_REMOVED, "%s may no longer be %s.".formatted(at.where(), name));
            }
        });
        later.keySet().stream()
                .filter(name -> !earlier.containsKey(name))
                .forEach(
                        name -> at.wider(Rule.ALTERNATIVE_ADDED, "%s may also be %s now.".formatted(at.where(), name)));
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
