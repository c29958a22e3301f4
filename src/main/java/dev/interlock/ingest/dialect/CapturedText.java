package dev.interlock.ingest.dialect;

/** The beginning of the text of one element that is open. */
final class CapturedText {
    private static final int LONGEST = 8_000;

    private final StringBuilder text = new StringBuilder();
    private int openAt = -1;

    /** Captures from now on until the element at this depth ends; what was captured before is forgotten. */
    void open(int depth) {
        text.setLength(0);
        openAt = depth;
    }

    void take(char[] characters, int start, int length) {
        if (openAt >= 0 && text.length() < LONGEST) {
            text.append(characters, start, Math.min(length, LONGEST - text.length()));
        }
    }

    /** Ends capturing when it is this element that was captured; answers whether it was. */
    boolean close(int depth) {
        if (depth != openAt) {
            return false;
        }
        openAt = -1;
        return true;
    }

    String text() {
        return text.toString().strip();
    }
}
