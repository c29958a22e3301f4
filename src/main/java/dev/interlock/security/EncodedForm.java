package dev.interlock.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How a text may write one character. Each form is read without looking back, so a search never tries twice. */
enum EncodedForm {
    PLAIN {
        @Override
        Unit unitAt(String text, int at) {
            return plain(text, at);
        }
    },
    PERCENT {
        @Override
        Unit unitAt(String text, int at) {
            var first = hex(text, at + 1, 2);
            if (text.charAt(at) != '%' || first < 0) {
                return plain(text, at);
            }
            var length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
            var bytes = new byte[length];
            for (var i = 0; i < length; i++) {
                var place = at + 3 * i;
                var value = place < text.length() && text.charAt(place) == '%' ? hex(text, place + 1, 2) : -1;
                if (value < 0) {
                    return new Unit(first, 3);
                }
                bytes[i] = (byte) value;
            }
            return decoded(bytes, first);
        }

        @Override
        boolean alsoMeans(int found, int wanted) {
            return found == '+' && wanted == ' ';
        }
    },
    JSON {
        @Override
        Unit unitAt(String text, int at) {
            if (text.charAt(at) != '\\' || at + 1 >= text.length()) {
                return plain(text, at);
            }
            var escape = text.charAt(at + 1);
            if (escape != 'u') {
                return new Unit(SHORT_ESCAPES.getOrDefault(escape, (int) escape), 2);
            }
            var first = hex(text, at + 2, 4);
            var second = text.startsWith("\\u", at + 6) ? hex(text, at + 8, 4) : -1;
            if (first >= 0 && second >= 0 && Character.isSurrogatePair((char) first, (char) second)) {
                return new Unit(Character.toCodePoint((char) first, (char) second), 12);
            }
            return first < 0 ? plain(text, at) : new Unit(first, 6);
        }
    },
    HTML {
        @Override
        Unit unitAt(String text, int at) {
            var end = text.charAt(at) == '&' ? text.indexOf(';', at, Math.min(text.length(), at + LONGEST_ENTITY)) : -1;
            if (end < 0) {
                return plain(text, at);
            }
            var codePoint = entity(text.substring(at + 1, end));
            return codePoint < 0 ? plain(text, at) : new Unit(codePoint, end + 1 - at);
        }
    };

    private static final int LONGEST_ENTITY = 12;
    private static final Map<Character, Integer> SHORT_ESCAPES =
            Map.of('n', (int) '\n', 'r', (int) '\r', 't', (int) '\t', 'b', (int) '\b', 'f', (int) '\f');
    private static final Map<String, Integer> ENTITIES =
            Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'');
    static final List<EncodedForm> ALL = List.of(values());

    /** One character and how many characters of the text write it. */
    record Unit(int codePoint, int length) {}

    /** Reads the character written at a place inside the text. */
    abstract Unit unitAt(String text, int at);

    /** Whether this form writes a character in a second way. */
    boolean alsoMeans(int found, int wanted) {
        return false;
    }

    private static Unit plain(String text, int at) {
        var codePoint = text.codePointAt(at);
        return new Unit(codePoint, Character.charCount(codePoint));
    }

    private static Unit decoded(byte[] bytes, int first) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Unit(Character.codePointAt(text, 0), 3 * bytes.length);
        } catch (CharacterCodingException e) {
            return new Unit(first, 3);
        }
    }

    private static int entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, -1);
        }
        var isHex = name.startsWith("#x") || name.startsWith("#X");
        return number(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
    }

    private static int hex(String text, int from, int digits) {
        return from + digits > text.length() ? -1 : number(text.substring(from, from + digits), 16);
    }

    private static int number(String digits, int radix) {
        try {
            return digits.startsWith("-") || digits.startsWith("+") ? -1 : Integer.parseInt(digits, radix);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
