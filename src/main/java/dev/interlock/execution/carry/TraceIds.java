package dev.interlock.execution.carry;

import dev.interlock.execution.TraceSpans;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes identities of traces and spans as W3C Trace Context wants them. */
@Component
class TraceIds {
    private final SecureRandom random = new SecureRandom();

    /** 32 hexadecimal digits; the first tell that a run began the trace. */
    String trace() {
        return TraceSpans.RUN_MARK + hex(12);
    }

    /** 16 hexadecimal digits. */
    String span() {
        return hex(8);
    }

    private String hex(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
