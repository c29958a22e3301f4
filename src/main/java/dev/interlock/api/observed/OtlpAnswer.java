package dev.interlock.api.observed;

import dev.interlock.ingest.TraceReceipt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Answers of OTLP, in the encoding of the request. */
final class OtlpAnswer {
    private static final int INVALID_ARGUMENT = 3;

    private final boolean json;

    OtlpAnswer(boolean json) {
        this.json = json;
    }

    /** An empty message when everything was taken; else how many were not, and why. */
    byte[] of(TraceReceipt receipt) {
        if (json) {
            var answer = JsonMapper.shared().createObjectNode();
            if (receipt.refused() > 0) {
                answer.putObject("partialSuccess")
                        .put("rejectedSpans", Integer.toString(receipt.refused()))
                        .put("errorMessage", receipt.message());
            }
            return answer.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (receipt.refused() == 0) {
            return new byte[0];
        }
        var partial = new ByteArrayOutputStream();
        number(partial, 1, receipt.refused());
        text(partial, 2, receipt.message());
        var answer = new ByteArrayOutputStream();
        bytes(answer, 1, partial.toByteArray());
        return answer.toByteArray();
    }

    /** A refusal, as the message Status of google.rpc. */
    byte[] refusal(String message) {
        if (json) {
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("code", INVALID_ARGUMENT)
                    .put("message", message)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
        var status = new ByteArrayOutputStream();
        number(status, 1, INVALID_ARGUMENT);
        text(status, 2, message);
        return status.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3);
        varint(out, value);
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        bytes(out, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        varint(out, ((long) field << 3) | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        var left = value;
        for (; left >= 0x80; left >>>= 7) {
            out.write((int) ((left & 0x7f) | 0x80));
        }
        out.write((int) left);
    }
}
