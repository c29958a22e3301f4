package dev.interlock.execution;

/**
 * A body as stored.
 *
 * @param number where it is kept within its item
 * @param bytes size as it was on the way
 * @param cut whether only the beginning was kept (256 KiB)
 * @param binary whether it is no text; then the text is a note and a hash
 * @param text what was kept, masked
 */
public record StoredBody(int number, long bytes, boolean cut, boolean binary, String text) {

    /** The same without its text. */
    public StoredBody withoutText() {
        return new StoredBody(number, bytes, cut, binary, "");
    }

    /** The same with a text. */
    public StoredBody withText(String other) {
        return new StoredBody(number, bytes, cut, binary, other);
    }
}
