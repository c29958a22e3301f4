package dev.interlock.api.testing;

import dev.interlock.ingest.SentFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files of a request: its multipart parts, or its body as one file. */
final class SentFiles {
    private SentFiles() {}

    /** The files in the order sent; {@code name} is that of a body sent as it is. */
    static List<SentFile> of(HttpServletRequest request, String name) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart == null) {
            return List.of(new SentFile(name, () -> body(request)));
        }
        return multipart.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(SentFiles::file)
                .toList();
    }

    private static SentFile file(MultipartFile part) {
        var name = Objects.requireNonNullElse(part.getOriginalFilename(), part.getName());
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return new SentFile(last.isBlank() ? part.getName() : last, part::getInputStream);
    }

    /** The container closes the body itself. */
    private static InputStream body(HttpServletRequest request) throws IOException {
        return new FilterInputStream(request.getInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public void close() {
                // nothing of ours to close
            }
        };
    }
}
