package dev.interlock.arazzo.jsonpath;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads strings and numbers of a query. */
final class PathLiterals {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long LARGEST = 9_007_199_254_740_991L;
    private static final int MAX_EXPONENT = 400;

    private final PathText text;

    PathLiterals(PathText text) {
        this.text = text;
    }

    boolean atInteger() {
        return text.peek() == '-' || digit(text.peek());
    }

    private static boolean digit(char each) {
        return each >= '0' && each <= '9';
    }

    long integer() {
        var start = text.position();
        text.takes("-");
        digits();
        var written = text.since(start);
        if (written.equals("-0") || zeroPadded(written) || written.length() > 17) {
            throw text.failure("not an integer of JSONPath: " + written);
        }
        var value = Long.parseLong(written);
        if (Math.abs(value) > LARGEST) {
            throw text.failure("the integer is too large: " + written);
        }
        return value;
    }

    private static boolean zeroPadded(String written) {
        var digits = written.startsWith("-") ? written.substring(1) : written;
        return digits.length() > 1 && digits.startsWith("0");
    }

    private void digits() {
        if (!digit(text.peek())) {
            throw text.failure("expected a digit");
        }
        while (digit(text.peek())) {
            text.take();
        }
    }

    JsonNode number() {
        var start = text.position();
        text.takes("-");
        digits();
        if (zeroPadded(text.since(start))) {
            throw text.failure("a number must not start with 0");
        }
        if (text.takes(".")) {
            digits();
        }
        exponent();
        return NODES.numberNode(new BigDecimal(text.since(start)));
    }

    private void exponent() {
        if (text.takes("e") || text.takes("E")) {
            var sign = text.takes("+") || text.takes("-");
            var start = text.position();
            digits();
            var written = text.since(start);
            if (written.length() > 4 || Integer.parseInt(written) > MAX_EXPONENT) {
                throw text.failure("the exponent is too large" + (sign ? " either way" : ""));
            }
        }
    }

    String string() {
        var quote = text.take();
        var result = new StringBuilder();
        while (text.peek() != quote || text.ended()) {
            var each = text.take();
            if (each == '\\') {
                escape(quote, result);
            } else if (each < 0x20) {
                throw text.failure("control characters must be escaped");
            } else {
                plain(each, result);
            }
        }
        text.take();
        return result.toString();
    }

    private void plain(char each, StringBuilder result) {
        result.append(each);
        if (Character.isHighSurrogate(each) && Character.isLowSurrogate(text.peek())) {
            result.append(text.take());
        } else if (Character.isSurrogate(each)) {
            throw text.failure("half a character");
        }
    }

    private void escape(char quote, StringBuilder result) {
        var each = text.take();
        switch (each) {
            case 'b' -> result.append('\b');
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case '/', '\\' -> result.append(each);
            case 'u' -> unicode(result);
            default -> {
                if (each != quote) {
                    throw text.failure("unknown escape \\" + each);
                }
                result.append(each);
            }
        }
    }

    private void unicode(StringBuilder result) {
        var first = hex();
        result.append(first);
        if (Character.isLowSurrogate(first)) {
            throw text.failure("a low surrogate stands alone");
        }
        if (Character.isHighSurrogate(first)) {
            if (!text.takes("\\u")) {
                throw text.failure("a high surrogate stands alone");
            }
            var second = hex();
            if (!Character.isLowSurrogate(second)) {
                throw text.failure("a high surrogate stands alone");
            }
            result.append(second);
        }
    }

    private char hex() {
        var value = 0;
        for (var count = 0; count < 4; count++) {
            var each = text.take();
            var digit = each < 0x80 ? Character.digit(each, 16) : -1;
            if (digit < 0) {
                throw text.failure("expected four hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }
}
