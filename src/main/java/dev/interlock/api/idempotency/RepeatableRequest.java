package dev.interlock.api.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A request that is compared with earlier ones by method, address, length and the first mebibyte of its body. The parts
 * of an upload in several parts are left to the container; of those the length counts.
 */
final class RepeatableRequest extends HttpServletRequestWrapper {
    private static final int COMPARED = 1 << 20;

    private final byte[] beginning;

    RepeatableRequest(HttpServletRequest request) throws IOException {
        super(request);
        this.beginning =
                isMultipart(request) ? new byte[0] : request.getInputStream().readNBytes(COMPARED);
    }

    byte[] hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var head =
                    getMethod() + " " + getRequestURI() + "?" + getQueryString() + " " + getContentLengthLong() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(beginning);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var rest = super.getInputStream();
        return new Whole(new SequenceInputStream(new ByteArrayInputStream(beginning), rest));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }

    private static final class Whole extends ServletInputStream {
        private final InputStream bytes;
        private boolean finished;

        Whole(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            var next = bytes.read();
            finished |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = bytes.read(buffer, offset, length);
            finished |= count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read in place");
        }
    }
}
