package dev.interlock.openapi;

import dev.interlock.openapi.ChangeLog.Place;
import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the limits of two schemas: format, pattern, bounds, closedness, defaults, and what cannot be judged. */
final class FacetComparison {
    /** Formats that are a subset of another. */
    private static final Map<String, String> WIDER_FORMAT = Map.of("int32", "int64", "float", "double");

    private static final List<String> SIZES =
            List.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");

    private FacetComparison() {}

    static void compare(Shape then, Shape now, Place at) {
        format(then.format, now.format, at);
        pattern(then.pattern, now.pattern, at);
        SIZES.forEach(size -> edge(size, size(then, size), size(now, size), at));
        edge("minimum", then.lower(), now.lower(), at);
        edge("maximum", then.upper(), now.upper(), at);
        repeated(then, now, at);
        remarks(then, now, at);
        closed(then.closed, now.closed, at);
        opaque(then, now, at);
    }

    private static void format(String then, String now, Place at) {
        if (then.equals(now)) {
            return;
        }
        if (then.isEmpty() || now.equals(narrowerOf(then))) {
            at.narrower(Rule.FORMAT_CHANGED, "%s must have the format %s now.".formatted(at.where(), now));
        } else if (now.isEmpty() || then.equals(narrowerOf(now))) {
            at.wider(Rule.FORMAT_CHANGED, "%s no longer has the format %s.".formatted(at.where(), then));
        } else {
            at.breaking(Rule.FORMAT_CHANGED, "%s had the format %s and has %s now.".formatted(at.where(), then, now));
        }
    }

    private static String narrowerOf(String format) {
        return WIDER_FORMAT.entrySet().stream()
                .filter(pair -> pair.getValue().equals(format))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("-");
    }

    private static void pattern(String then, String now, Place at) {
        if (then.equals(now)) {
            return;
        }
        if (then.isEmpty()) {
            at.narrower(Rule.PATTERN_CHANGED, "%s must match a pattern now.".formatted(at.where()));
        } else if (now.isEmpty()) {
            at.wider(Rule.PATTERN_CHANGED, "%s need no longer match a pattern.".formatted(at.where()));
        } else {
            at.unknown("%s has another pattern; which texts that lets through is not judged.".formatted(at.where()));
        }
    }

    private static Optional<Edge> size(Shape shape, String size) {
        return Optional.ofNullable(shape.bounds.get(size)).map(value -> new Edge(value, false));
    }

    private static void edge(String bound, Optional<Edge> then, Optional<Edge> now, Place at) {
        if (then.equals(now)) {
            return;
        }
        if (now.isEmpty()) {
            at.wider(Rule.BOUND_LOOSENED, "%s no longer has %s %s.".formatted(at.where(), bound, then.orElseThrow()));
        } else if (then.isEmpty()) {
            at.narrower(Rule.BOUND_TIGHTENED, "%s has %s %s now.".formatted(at.where(), bound, now.orElseThrow()));
        } else {
            var sentence =
                    "%s had %s %s and has %s now.".formatted(at.where(), bound, then.orElseThrow(), now.orElseThrow());
            var order = Edge.byTightness(bound.startsWith("min") ? 1 : -1);
            if (order.compare(now.orElseThrow(), then.orElseThrow()) > 0) {
                at.narrower(Rule.BOUND_TIGHTENED, sentence);
            } else {
                at.wider(Rule.BOUND_LOOSENED, sentence);
            }
        }
    }

    private static void repeated(Shape then, Shape now, Place at) {
        if (now.unique && !then.unique) {
            at.narrower(Rule.UNIQUE_ITEMS, "%s may no longer hold an element twice.".formatted(at.where()));
        } else if (then.unique && !now.unique) {
            at.wider(Rule.UNIQUE_ITEMS, "%s may hold an element twice now.".formatted(at.where()));
        }
        multiple(then.multiple, now.multiple, at);
    }

    private static void multiple(@Nullable BigDecimal then, @Nullable BigDecimal now, Place at) {
        if (multiplied(now, then)) {
            if (!multiplied(then, now)) {
                at.narrower(Rule.MULTIPLE_CHANGED, "%s must be a multiple of %s now.".formatted(at.where(), now));
            }
        } else if (multiplied(then, now)) {
            at.wider(Rule.MULTIPLE_CHANGED, "%s need no longer be a multiple of %s.".formatted(at.where(), then));
        } else {
            at.breaking(
                    Rule.MULTIPLE_CHANGED,
                    "%s was a multiple of %s and is one of %s now.".formatted(at.where(), then, now));
        }
    }

    /** Whether every multiple of the first is one of the second; no second means any number. */
    private static boolean multiplied(@Nullable BigDecimal value, @Nullable BigDecimal of) {
        return of == null
                || (value != null && of.signum() != 0 && value.remainder(of).signum() == 0);
    }

    private static void remarks(Shape then, Shape now, Place at) {
        if (now.deprecated && !then.deprecated) {
            at.info(Rule.PROPERTY_DEPRECATED, "%s is deprecated now.".formatted(at.where()));
        }
        if (!then.standard.equals(now.standard)) {
            var sentence = "%s had the default %s and has %s now."
                    .formatted(at.where(), word(then.standard), word(now.standard));
            if (at.direction() == Direction.REQUEST) {
                at.safe(Rule.DEFAULT_CHANGED, sentence);
            } else {
                at.info(Rule.DEFAULT_CHANGED, sentence);
            }
        }
        if (!then.discriminator.isEmpty()
                && !now.discriminator.isEmpty()
                && !then.discriminator.equals(now.discriminator)) {
            at.breaking(
                    Rule.DISCRIMINATOR_CHANGED,
                    "%s is told apart by %s now, it was %s."
                            .formatted(at.where(), now.discriminator, then.discriminator));
        }
    }

    private static String word(String standard) {
        return standard.isEmpty() ? "nothing" : BodyCheck.shortened(standard);
    }

    private static void closed(boolean then, boolean now, Place at) {
        if (now && !then) {
            at.narrower(Rule.ADDITIONAL_PROPERTIES, "%s allows no further properties now.".formatted(at.where()));
        } else if (then && !now) {
            at.safe(Rule.ADDITIONAL_PROPERTIES, "%s allows further properties now.".formatted(at.where()));
        }
    }

    private static void opaque(Shape then, Shape now, Place at) {
        var keys = new TreeSet<>(then.opaque.keySet());
        keys.addAll(now.opaque.keySet());
        for (var key : keys) {
            var earlier = then.opaque.get(key);
            var later = now.opaque.get(key);
            if (earlier == null || !earlier.equals(later)) {
                at.unknown("%s changed in '%s', which is not judged.".formatted(at.where(), key));
            }
        }
    }
}
