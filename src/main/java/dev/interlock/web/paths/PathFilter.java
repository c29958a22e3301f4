package dev.interlock.web.paths;

import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.FilterQuery.Term;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The filter of lists of paths. */
final class PathFilter {
    private static final Set<String> FIELDS = Set.of(
            "status",
            "tested",
            "service",
            "risk",
            "likelihood",
            "impact",
            "band",
            "team",
            "requirement",
            "origin",
            "change");

    private final FilterQuery query;

    private PathFilter(FilterQuery query) {
        this.query = query;
    }

    static PathFilter parse(String text) {
        return new PathFilter(FilterQuery.parse(text, FIELDS));
    }

    /** Words of the filter nobody understands. */
    List<String> unknown() {
        return query.unknown();
    }

    boolean matches(PathRow row) {
        return query.terms().stream().allMatch(term -> holds(term, row) != term.negated())
                && query.words().stream().allMatch(word -> says(row, word.toLowerCase(Locale.ROOT)));
    }

    private static boolean holds(Term term, PathRow row) {
        return switch (term.field()) {
            case "risk" -> compares(term, row.score());
            case "likelihood" -> compares(term, row.level());
            case "impact" -> compares(term, row.impact());
            case "change" -> compares(term, row.change());
            default -> values(term.field(), row).anyMatch(value -> term.values().contains(value));
        };
    }

    private static Stream<String> values(String field, PathRow row) {
        var path = row.path();
        return switch (field) {
            case "status" -> Stream.of(row.status().name().toLowerCase(Locale.ROOT));
            case "tested" -> Stream.of(row.tests() > 0 ? "yes" : "no");
            case "service" -> path.services().stream().map(Object::toString);
            case "band" -> Stream.ofNullable(row.badge()).map(badge -> badge.band());
            case "team" -> Stream.of(path.team());
            case "requirement" -> path.requirements().stream().map(value -> value.toLowerCase(Locale.ROOT));
            default -> Stream.of(path.origin().name().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean compares(Term term, double value) {
        return term.values().stream().anyMatch(text -> compares(term.operator(), value, text));
    }

    private static boolean compares(String operator, double value, String text) {
        try {
            var limit = Double.parseDouble(text);
            return switch (operator) {
                case ">=" -> value >= limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                case "<" -> value < limit;
                default -> value == limit;
            };
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean says(PathRow row, String word) {
        return Stream.concat(
                        Stream.of(row.key(), row.path().name()),
                        row.path().services().stream().map(Object::toString))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }
}
