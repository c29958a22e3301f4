package dev.interlock.ingest.dialect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading at the limits, so that no single text or attribute can fill the memory. */
final class GuardedReportStream extends FilterInputStream {
    private final ReportLimits limits;
    private long bytes;
    private long sinceTag;

    GuardedReportStream(InputStream in, ReportLimits limits) {
        super(in);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        if (one >= 0) {
            count((byte) one);
            check();
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = in.read(buffer, offset, length);
        for (var i = 0; i < read; i++) {
            count(buffer[offset + i]);
        }
        check();
        return read;
    }

    private void count(byte one) {
        bytes++;
        sinceTag = one == '<' ? 0 : sinceTag + 1;
    }

    private void check() throws IOException {
        if (bytes > limits.bytes()) {
            throw new LimitReached("The file is longer than " + (limits.bytes() >> 20) + " MiB.");
        }
        if (sinceTag > limits.run()) {
            throw new LimitReached("A text is longer than " + (limits.run() >> 20) + " MiB.");
        }
    }

    /** A limit that stops the reading of a file. */
    static final class LimitReached extends IOException {
        LimitReached(String message) {
            super(message);
        }
    }
}
