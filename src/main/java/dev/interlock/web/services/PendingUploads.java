package dev.interlock.web.services;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Documents that were previewed and wait to be imported: at most 128 MiB for a quarter of an hour. One that was given up
 * is sent again.
 */
@Component
class PendingUploads {
    private static final long MOST_BYTES = 128L * 1024 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Cache<String, Upload> uploads = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String key, Upload upload) -> upload.content().length)
            .expireAfterWrite(KEPT)
            .build();

    /** Keeps a document and answers the word to ask for it with. */
    String keep(ProjectId project, Upload upload) {
        var word = UUID.randomUUID().toString();
        uploads.put(project + "/" + word, upload);
        return word;
    }

    Optional<Upload> find(ProjectId project, String word) {
        return Optional.ofNullable(uploads.getIfPresent(project + "/" + word));
    }
}
