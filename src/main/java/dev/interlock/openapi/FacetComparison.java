package dev.interlock.openapi;

import dev.interlock.openapi.ChangeLog.Place;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Compares the limits of two schemas: format, pattern, bounds, closedness, and what cannot be judged. */
final class FacetComparison {
    /** Formats that are a subset of another. */
    private static final Map<String, String> WIDER_FORMAT = Map.of("int32", "int64", "float", "double");

    private FacetComparison() {}

    static void compare(Shape then, Shape now, Place at) {
        format(then.format, now.format, at);
        pattern(then.pattern, now.pattern, at);
        var bounds = new TreeSet<>(then.bounds.keySet());
        bounds.addAll(now.bounds.keySet());
        bounds.forEach(bound -> bound(bound, then, now, at));
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

    private static void bound(String bound, Shape then, Shape now, Place at) {
        var earlier = then.bounds.get(bound);
        var later = now.bounds.get(bound);
        var lower = bound.toLowerCase(Locale.ROOT).contains("min");
        if (later == null && earlier != null) {
            at.wider(
                    Rule.BOUND_LOOSENED,
                    "%s no longer has %s %s.".formatted(at.where(), bound, earlier.toPlainString()));
        } else if (earlier == null && later != null) {
            at.narrower(Rule.BOUND_TIGHTENED, "%s has %s %s now.".formatted(at.where(), bound, later.toPlainString()));
        } else if (earlier != null && later != null && earlier.compareTo(later) != 0) {
            var sentence = "%s had %s %s and has %s now."
                    .formatted(at.where(), bound, earlier.toPlainString(), later.toPlainString());
            if (lower == (later.compareTo(earlier) > 0)) {
                at.narrower(Rule.BOUND_TIGHTENED, sentence);
            } else {
                at.wider(Rule.BOUND_LOOSENED, sentence);
            }
        }
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
