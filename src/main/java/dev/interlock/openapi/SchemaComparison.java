package dev.interlock.openapi;

import dev.interlock.openapi.ChangeLog.Place;
import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import dev.interlock.openapi.tree.Pointers;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two schemas for one direction of data, pair by pair; circles are walked once. */
final class SchemaComparison {
    private static final int MAX_DEPTH = 40;

    private final OpenApiDocument before;
    private final OpenApiDocument after;
    private final AlternativesComparison alternatives;
    private final Set<String> walked = new HashSet<>();
    private int depth;

    SchemaComparison(OpenApiDocument before, OpenApiDocument after) {
        this.before = before;
        this.after = after;
        this.alternatives = new AlternativesComparison(before, after, this::compare);
    }

    void compare(Optional<Located> then, Optional<Located> now, Place at) {
        if (then.isPresent() && now.isPresent()) {
            compare(then.get(), now.get(), at);
        } else if (then.isPresent()) {
            at.wider(Rule.SCHEMA_REMOVED, "%s no longer has a schema.".formatted(at.where()));
        } else if (now.isPresent()) {
            at.narrower(Rule.SCHEMA_ADDED, "%s has a schema now.".formatted(at.where()));
        }
    }

    void compare(Located then, Located now, Place at) {
        var from = before.follow(then);
        var to = after.follow(now);
        var pair =
                from.pointer() + " " + to.pointer() + " " + at.direction() + " " + References.isReference(then.node());
        if (!walked.add(pair)) {
            return;
        }
        if (depth >= MAX_DEPTH) {
            at.unknown("%s is nested too deeply to compare.".formatted(at.where()));
            return;
        }
        depth++;
        if (!alternatives.oneOfSeveral(from, then, to, now, at)) {
            shapes(Shape.of(before, then), Shape.of(after, now), at);
        }
        depth--;
    }

    private void shapes(Shape then, Shape now, Place at) {
        if (then.unreadable || now.unreadable) {
            at.unknown("%s refers to something that cannot be read.".formatted(at.where()));
            return;
        }
        types(then, now, at);
        nulls(then, now, at);
        values(then.values, now.values, at);
        FacetComparison.compare(then, now, at);
        properties(then, now, at);
        inner(then.items, now.items, at, "/*");
        inner(then.additional, now.additional, at, "/{any}");
        alternatives.compare(then.alternatives, now.alternatives, at);
    }

    private static void types(Shape then, Shape now, Place at) {
        if (then.types.equals(now.types)) {
            return;
        }
        var narrowed = within(now.types, then.types);
        var widened = within(then.types, now.types);
        var sentence = "%s was %s and is %s now.".formatted(at.where(), words(then.types), words(now.types));
        if (narrowed) {
            at.narrower(Rule.TYPE_CHANGED, sentence);
        } else if (widened) {
            at.wider(Rule.TYPE_CHANGED, sentence);
        } else {
            at.breaking(Rule.TYPE_CHANGED, sentence);
        }
    }

    /** Whether each of the first types is one of the others; no types at all means any. */
    private static boolean within(Set<String> inner, Set<String> outer) {
        return outer.isEmpty()
                || (!inner.isEmpty()
                        && inner.stream()
                                .allMatch(type ->
                                        outer.contains(type) || (type.equals("integer") && outer.contains("number"))));
    }

    private static String words(Set<String> types) {
        return types.isEmpty() ? "of any type" : String.join(" or ", types);
    }

    private static void nulls(Shape then, Shape now, Place at) {
        if (now.nullable && !then.nullable && !then.types.isEmpty()) {
            at.wider(Rule.NULL_ALLOWED, "%s may be null now.".formatted(at.where()));
        } else if (then.nullable && !now.nullable && !now.types.isEmpty()) {
            at.narrower(Rule.NULL_FORBIDDEN, "%s may no longer be null.".formatted(at.where()));
        }
    }

    private static void values(@Nullable Set<JsonNode> then, @Nullable Set<JsonNode> now, Place at) {
        if (then == null && now == null) {
            return;
        }
        if (then == null) {
            at.narrower(Rule.ENUM_NARROWED, "%s is limited to certain values now.".formatted(at.where()));
        } else if (now == null) {
            at.wider(Rule.ENUM_WIDENED, "%s is no longer limited to certain values.".formatted(at.where()));
        } else {
            var gone = without(then, now);
            var come = without(now, then);
            if (!gone.isEmpty()) {
                at.narrower(
                        Rule.ENUM_NARROWED,
                        "%s may no longer be %s.".formatted(at.where(), BodyCheck.shortened(gone.toString())));
            }
            if (!come.isEmpty()) {
                at.wider(
                        Rule.ENUM_WIDENED,
                        "%s may also be %s now.".formatted(at.where(), BodyCheck.shortened(come.toString())));
            }
        }
    }

    private static Set<JsonNode> without(Set<JsonNode> all, Set<JsonNode> others) {
        var rest = new LinkedHashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private void properties(Shape then, Shape now, Place at) {
        var names = new TreeSet<>(then.properties.keySet());
        names.addAll(now.properties.keySet());
        names.addAll(then.required);
        names.addAll(now.required);
        for (var name : names) {
            property(name, then, now, at.below(Pointers.child("", name)));
        }
    }

    /** Properties only meant for the other direction are not there in this one. */
    private void property(String name, Shape then, Shape now, Place at) {
        var earlier = seen(then.properties.get(name), before, at);
        var later = seen(now.properties.get(name), after, at);
        if (earlier != null && later != null) {
            required(then.required.contains(name), now.required.contains(name), at);
            compare(earlier, later, at);
        } else if (earlier != null) {
            removed(now, at);
        } else if (later != null) {
            added(now.required.contains(name) && !then.required.contains(name), at);
        } else {
            requiredOnly(then.required.contains(name), now.required.contains(name), then, now, at);
        }
    }

    /** A property that is required without being described is still required. */
    private static void requiredOnly(boolean before, boolean after, Shape then, Shape now, Place at) {
        var name = at.where().substring(at.where().lastIndexOf('/') + 1);
        if (!then.properties.containsKey(name) && !now.properties.containsKey(name)) {
            required(before, after, at);
        }
    }

    private static @Nullable Located seen(@Nullable Located property, OpenApiDocument document, Place at) {
        if (property == null || at.direction() == Direction.NEITHER) {
            return property;
        }
        var shape = Shape.of(document, property);
        return (at.direction() == Direction.REQUEST ? shape.readOnly : shape.writeOnly) ? null : property;
    }

    private static void added(boolean must, Place at) {
        if (must && at.direction() == Direction.REQUEST) {
            at.breaking(Rule.REQUIRED_ADDED, "The required property %s was added.".formatted(at.where()));
        } else {
            at.safe(Rule.PROPERTY_ADDED, "The property %s was added.".formatted(at.where()));
        }
    }

    private static void removed(Shape now, Place at) {
        var sentence = "The property %s was removed.".formatted(at.where());
        if (at.direction() == Direction.RESPONSE || now.closed) {
            at.breaking(Rule.PROPERTY_REMOVED, sentence);
        } else {
            at.safe(Rule.PROPERTY_REMOVED, sentence);
        }
    }

    private static void required(boolean then, boolean now, Place at) {
        if (now && !then) {
            at.narrower(Rule.REQUIRED_ADDED, "The property %s is required now.".formatted(at.where()));
        } else if (then && !now) {
            at.wider(Rule.REQUIRED_REMOVED, "The property %s is optional now.".formatted(at.where()));
        }
    }

    private void inner(@Nullable Located then, @Nullable Located now, Place at, String step) {
        if (then != null || now != null) {
            compare(Optional.ofNullable(then), Optional.ofNullable(now), at.below(step));
        }
    }
}
