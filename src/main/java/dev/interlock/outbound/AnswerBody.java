package dev.interlock.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** The body of an answer as far as the limits let it be read, decoded once. */
@SuppressWarnings("ArrayRecordComponent")
record AnswerBody(byte[] bytes, boolean truncated, List<String> remarks) {
    private static final int FREE_BYTES = 64 * 1024;
    private static final int MOST_RATIO = 100;

    static final AnswerBody NONE = new AnswerBody(new byte[0], false, List.of());

    /** Reads at most the limit; what is beyond stays unread. */
    static AnswerBody read(InputStream in, int limit) throws IOException {
        var bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            return new AnswerBody(bytes, true, List.of("the body was cut after " + limit + " bytes"));
        }
        return new AnswerBody(bytes, false, List.of());
    }

    /** Undoes one layer of gzip or deflate; anything else is left as it came and said. */
    AnswerBody decoded(String encoding, int limit) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> this;
            case "gzip", "x-gzip" -> decoded(GZIPInputStream::new, limit);
            case "deflate" -> decoded(InflaterInputStream::new, limit);
            default -> with(bytes, truncated, "the body is left encoded as it came: " + encoding);
        };
    }

    private interface Decoder {
        InputStream over(InputStream in) throws IOException;
    }

    private AnswerBody decoded(Decoder decoder, int limit) {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(bytes);
        try (var decoding = decoder.over(in)) {
            var chunk = new byte[8192];
            for (var n = decoding.read(chunk); n >= 0; n = decoding.read(chunk)) {
                out.write(chunk, 0, Math.min(n, limit - out.size()));
                if (out.size() >= limit) {
                    return with(out.toByteArray(), true, "the decoded body was cut after " + limit + " bytes");
                }
                var read = Math.max(1, bytes.length - in.available());
                if (out.size() > FREE_BYTES && out.size() / read > MOST_RATIO) {
                    return with(
                            out.toByteArray(),
                            true,
                            "the body was cut: it unpacks to more than " + MOST_RATIO + " times its size");
                }
            }
            return new AnswerBody(out.toByteArray(), truncated, remarks);
        } catch (IOException e) {
            return truncated
                    ? with(out.toByteArray(), true, "the encoded body was cut before it could be decoded")
                    : with(bytes, false, "the body is left as it came: it is not encoded as its header says");
        }
    }

    private AnswerBody with(byte[] newBytes, boolean nowTruncated, String remark) {
        var all = new ArrayList<>(remarks);
        all.add(remark);
        return new AnswerBody(newBytes, nowTruncated, List.copyOf(all));
    }
}
