package dev.interlock.web.documents;

import dev.interlock.ingest.IngestProblem;
import dev.interlock.openapi.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files that were chosen on the page, at most 32 MiB together. */
record SentDocuments(@Nullable List<MultipartFile> file) {
    private static final long MOST_BYTES = 32L << 20;

    List<Upload> uploads() {
        var sent = file == null ? List.<MultipartFile>of() : file;
        if (sent.stream().mapToLong(MultipartFile::getSize).sum() > MOST_BYTES) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                    "The files are larger than 32 MiB together, which is the most a page takes.");
        }
        var uploads = new ArrayList<Upload>();
        sent.stream().filter(one -> !one.isEmpty()).forEach(one -> uploads.add(upload(one)));
        if (uploads.isEmpty()) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because("No file was chosen.");
        }
        return uploads;
    }

    private static Upload upload(MultipartFile file) {
        try {
            return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), "document"), file.getBytes());
        } catch (IOException e) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because("The upload broke off: " + e.getMessage());
        }
    }
}
