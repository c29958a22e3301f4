package dev.interlock.arazzo.jsonpath;

/** The text of a query and a position in it. */
final class PathText {
    static final int MAX_LENGTH = 300;

    private final String text;
    private int at;

    PathText(String text) {
        this.text = text;
        if (text.length() > MAX_LENGTH) {
            throw failure("it has " + text.length() + " characters, the limit is " + MAX_LENGTH);
        }
    }

    boolean ended() {
        return at >= text.length();
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** The character here, 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    char take() {
        if (ended()) {
            throw failure("it ends too early");
        }
        return text.charAt(at++);
    }

    boolean takes(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    void expect(char expected) {
        if (ended() || text.charAt(at) != expected) {
            throw failure("expected '" + expected + "'");
        }
        at++;
    }

    void spaces() {
        while (!ended() && " \t\n\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    String since(int start) {
        return text.substring(start, at);
    }

    PathSyntaxException failure(String problem) {
        return new PathSyntaxException(text.length() > MAX_LENGTH ? text.substring(0, 40) + "..." : text, at, problem);
    }

    /** Takes a member name without quotes: letters, digits, underscore and everything beyond ASCII. */
    String shorthand() {
        var start = at;
        while (!ended() && nameCharacter(text.codePointAt(at), at == start)) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (start == at) {
            throw failure("expected a name, '*' or '['");
        }
        return since(start);
    }

    private static boolean nameCharacter(int point, boolean first) {
        var letter = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
        var beyond = point >= 0x80 && !(point >= 0xD800 && point <= 0xDFFF);
        return letter || beyond || (!first && point >= '0' && point <= '9');
    }
}
