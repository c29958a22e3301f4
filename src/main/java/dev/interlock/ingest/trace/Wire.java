package dev.interlock.ingest.trace;

import java.nio.charset.StandardCharsets;

/** Walks over the fields of one protobuf message; messages inside are walked over by walkers of their own. */
final class Wire {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;
    private int from;
    private int to;
    private long number;

    Wire(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Wire(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Goes to the next field; false at the end. */
    boolean next() throws UnreadableTraces {
        if (at >= end) {
            return false;
        }
        var tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        switch (type) {
            case VARINT -> number = varint();
            case FIXED64 -> number = fixed(8);
            case FIXED32 -> number = fixed(4);
            case BYTES -> length();
            default -> throw new UnreadableTraces("byte " + at, "A field has the wire type " + type + ".");
        }
        if (field == 0) {
            throw new UnreadableTraces("byte " + at, "A field has the number 0.");
        }
        return true;
    }

    int field() {
        return field;
    }

    /** Whether the field holds bytes, a text or a message. */
    boolean isBytes() {
        return type == BYTES;
    }

    /** The number in a field that holds one, else 0. */
    long number() {
        return type == BYTES ? 0 : number;
    }

    double real() {
        return type == FIXED64 ? Double.longBitsToDouble(number) : 0;
    }

    String text() {
        return type == BYTES ? new String(bytes, from, to - from, StandardCharsets.UTF_8) : "";
    }

    String hex() {
        return type == BYTES && to - from <= 64 ? SpanCheck.hex(bytes, from, to) : "";
    }

    /** A walker over the message in this field. */
    Wire inside() throws UnreadableTraces {
        if (type != BYTES) {
            throw new UnreadableTraces("byte " + at, "Field " + field + " is no message.");
        }
        return new Wire(bytes, from, to);
    }

    private void length() throws UnreadableTraces {
        var length = varint();
        if (length < 0 || length > end - at) {
            throw new UnreadableTraces("byte " + at, "A field is longer than what holds it.");
        }
        from = at;
        to = at + (int) length;
        at = to;
    }

    private long fixed(int size) throws UnreadableTraces {
        if (end - at < size) {
            throw new UnreadableTraces("byte " + at, "It ends in the middle of a number.");
        }
        var value = 0L;
        for (var i = size - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        at += size;
        return value;
    }

    private long varint() throws UnreadableTraces {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw new UnreadableTraces("byte " + at, "It ends in the middle of a number.");
            }
            var one = bytes[at++];
            value |= (long) (one & 0x7f) << shift;
            if (one >= 0) {
                return value;
            }
        }
        throw new UnreadableTraces("byte " + at, "A number is longer than 64 bits.");
    }
}
