package dev.interlock.testcase;

import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.FilterQuery.Term;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A filter of test cases in the grammar of every list.
 *
 * @param filter what was understood of the text
 */
public record TestQuery(FilterQuery filter) {
    /** The fields a filter of test cases knows. */
    public static final Set<String> FIELDS =
            Set.of("key", "name", "kind", "state", "path", "tag", "label", "owner", "team", "requirement", "covered");

    /** Reads a filter. */
    public static TestQuery parse(String text) {
        return new TestQuery(FilterQuery.parse(text, FIELDS));
    }

    /** Matches every test case. */
    public static TestQuery everything() {
        return parse("");
    }

    /** Tokens that were not understood and do not count. */
    public List<String> unknown() {
        return filter.unknown();
    }

    /** Whether every condition holds and every word is found in key, name or tags. */
    public boolean matches(TestCase test) {
        return filter.terms().stream().allMatch(term -> holds(term, test) != term.negated())
                && filter.words().stream().allMatch(word -> says(test, word.toLowerCase(Locale.ROOT)));
    }

    private static boolean holds(Term term, TestCase test) {
        return values(term.field(), test)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> term.values().stream().anyMatch(wanted -> same(wanted, value)));
    }

    private static boolean same(String wanted, String value) {
        return wanted.endsWith("*") ? value.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(value);
    }

    private static Stream<String> values(String field, TestCase test) {
        return switch (field) {
            case "key" -> Stream.of(test.key().value());
            case "name" -> Stream.of(test.name());
            case "kind" -> Stream.of(test.kind().name());
            case "state" -> Stream.of(test.state().name());
            case "path" -> test.covers().stream().map(Object::toString);
            case "tag", "label" -> test.tags().stream();
            case "owner" -> Stream.of(test.owner());
            case "team" -> Stream.of(test.team());
            case "requirement" -> test.requirements().stream();
            case "covered" -> Stream.of(test.covers().isEmpty() ? "no" : "yes");
            default -> Stream.empty();
        };
    }

    private static boolean says(TestCase test, String word) {
        return Stream.concat(Stream.of(test.key().value(), test.name()), test.tags().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }
}
