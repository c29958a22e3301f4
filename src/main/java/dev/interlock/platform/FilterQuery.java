package dev.interlock.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one filter grammar of every list: {@code status:failed,flaky risk:>=25 -label:slow since:7d "free text"}.
 *
 * @param terms what was understood
 * @param words free text, each of which has to be found
 * @param unknown tokens whose field this list does not know; they are named to the reader and ignored
 */
public record FilterQuery(List<Term> terms, List<String> words, List<String> unknown) {
    private static final int MOST_TOKENS = 50;
    private static final int LONGEST = 2_000;
    private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<");

    /**
     * One condition.
     *
     * @param operator one of {@code = >= <= > <}
     * @param values any of them has to hold
     * @param negated whether it must not hold
     */
    public record Term(String field, String operator, List<String> values, boolean negated) {}

    /** Reads a filter; only the first 2,000 characters and 50 tokens count. */
    public static FilterQuery parse(String text, Set<String> fields) {
        var terms = new ArrayList<Term>();
        var words = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var token : tokens(text)) {
            var colon = token.indexOf(':');
            if (token.startsWith("\"") || colon <= 0) {
                words.add(unquoted(token));
            } else if (fields.contains(field(token, colon))) {
                terms.add(term(token, colon));
            } else {
                unknown.add(token);
            }
        }
        return new FilterQuery(List.copyOf(terms), List.copyOf(words), List.copyOf(unknown));
    }

    /** The conditions on one field. */
    public List<Term> on(String field) {
        return terms.stream().filter(term -> term.field().equals(field)).toList();
    }

    /** The values wanted of one field, lower case, when it is asked for plainly. */
    public Optional<List<String>> wanted(String field) {
        var values = on(field).stream()
                .filter(term -> !term.negated())
                .flatMap(term -> term.values().stream())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return terms.isEmpty() && words.isEmpty();
    }

    private static String field(String token, int colon) {
        return token.substring(token.startsWith("-") ? 1 : 0, colon).toLowerCase(Locale.ROOT);
    }

    private static Term term(String token, int colon) {
        var rest = token.substring(colon + 1);
        var operator = OPERATORS.stream().filter(rest::startsWith).findFirst().orElse("");
        var values = Arrays.stream(rest.substring(operator.length()).split(","))
                .map(FilterQuery::unquoted)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .toList();
        return new Term(field(token, colon), operator.isEmpty() ? "=" : operator, values, token.startsWith("-"));
    }

    private static Stream<String> split(String text) {
        var tokens = new ArrayList<String>();
        var token = new StringBuilder();
        var quoted = false;
        for (var c : text.toCharArray()) {
            quoted ^= c == '"';
            if (Character.isWhitespace(c) && !quoted) {
                tokens.add(token.toString());
                token.setLength(0);
            } else {
                token.append(c);
            }
        }
        tokens.add(token.toString());
        return tokens.stream();
    }

    private static List<String> tokens(String text) {
        return split(text.substring(0, Math.min(text.length(), LONGEST)))
                .filter(token -> !token.isBlank())
                .limit(MOST_TOKENS)
                .toList();
    }

    private static String unquoted(String token) {
        return token.replace("\"", "");
    }
}
