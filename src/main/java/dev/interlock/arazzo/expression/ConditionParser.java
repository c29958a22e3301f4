package dev.interlock.arazzo.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parses simple conditions: {@code !} binds before comparisons, those before {@code &&}, that before {@code ||}. */
final class ConditionParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");
    private static final List<String> POINTER_ENDS = List.of(")", "&&", "||", "==", "!=", "<", ">");
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NUMBER = 40;

    private final String text;
    private int at;
    private int depth;

    ConditionParser(String text) {
        this.text = text;
    }

    Term parse() {
        if (text.length() > MAX_LENGTH) {
            throw fault("it is longer than " + MAX_LENGTH + " characters");
        }
        var term = or();
        spaces();
        if (at < text.length()) {
            throw fault("unexpected \"" + Texts.shortened(text.substring(at)) + "\"");
        }
        return term;
    }

    private IllegalArgumentException fault(String problem) {
        return new IllegalArgumentException(
                "The condition is not well formed at position " + (at + 1) + ": " + problem);
    }

    private void spaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takes(String expected) {
        spaces();
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private String since(int start) {
        return text.substring(start, at).strip();
    }

    private Term or() {
        if (++depth > MAX_DEPTH) {
            throw fault("it is nested more than " + MAX_DEPTH + " deep");
        }
        var start = at;
        var parts = new ArrayList<Term>();
        do {
            parts.add(and());
        } while (takes("||"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Term.Junction(false, parts, since(start));
    }

    private Term and() {
        var start = at;
        var parts = new ArrayList<Term>();
        do {
            parts.add(comparison());
        } while (takes("&&"));
        return parts.size() == 1 ? parts.getFirst() : new Term.Junction(true, parts, since(start));
    }

    private Term comparison() {
        spaces();
        var start = at;
        var left = not();
        for (var operator : OPERATORS) {
            if (takes(operator)) {
                return new Term.Compare(operator, left, not(), since(start));
            }
        }
        return left;
    }

    private Term not() {
        spaces();
        var start = at;
        if (!text.startsWith("!=", at) && takes("!")) {
            if (++depth > MAX_DEPTH) {
                throw fault("it is nested more than " + MAX_DEPTH + " deep");
            }
            var inner = not();
            depth--;
            return new Term.Not(inner, since(start));
        }
        return term();
    }

    private Term term() {
        spaces();
        if (takes("(")) {
            var inner = or();
            if (!takes(")")) {
                throw fault("expected \")\"");
            }
            return inner;
        }
        if (at >= text.length()) {
            throw fault("something is missing at the end");
        }
        return switch (text.charAt(at)) {
            case '$' -> reference();
            case '\'' -> quoted('\'');
            case '"' -> quoted('"');
            default -> word();
        };
    }

    private Term quoted(char quote) {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            var each = text.charAt(at++);
            if (each != quote) {
                value.append(each);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return new Term.Literal(NODES.stringNode(value.toString()), since(start));
            }
        }
        at = start;
        throw fault("the quote is not closed");
    }

    private Term word() {
        var start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        var word = text.substring(start, at);
        return new Term.Literal(
                switch (word) {
                    case "true", "false" -> NODES.booleanNode(word.equals("true"));
                    case "null" -> NODES.nullNode();
                    default -> NODES.numberNode(number(word, start));
                },
                word);
    }

    private BigDecimal number(String word, int start) {
        if (word.length() > MAX_NUMBER) {
            at = start;
            throw fault("the number is too long");
        }
        try {
            return new BigDecimal(word);
        } catch (NumberFormatException notANumber) {
            at = start;
            throw fault(
                    word.isEmpty()
                            ? "unexpected \"" + text.charAt(at) + "\""
                            : "\"" + word
                                    + "\" is neither a number nor true, false or null; put texts in single quotes");
        }
    }

    private Term reference() {
        var start = at++;
        while (at < text.length() && (nameCharacter() || index())) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '#') {
            at++;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !pointerEnds()) {
                at++;
            }
        }
        var leaf = text.substring(start, at);
        var expression = Expression.parse(leaf);
        if (expression.isEmpty()) {
            at = start;
            throw fault("\"" + leaf + "\" is not an expression of Arazzo");
        }
        return new Term.Reference(expression.get(), leaf);
    }

    private boolean nameCharacter() {
        var each = text.charAt(at);
        return each < 0x80 && (Character.isLetterOrDigit(each) || "._-".indexOf(each) >= 0);
    }

    private boolean index() {
        return "[]".indexOf(text.charAt(at)) >= 0;
    }

    private boolean pointerEnds() {
        return POINTER_ENDS.stream().anyMatch(end -> text.startsWith(end, at));
    }
}
