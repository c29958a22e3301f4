package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.arazzo.ArazzoDocument;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Documents of tests as read from their texts; each text is read once while runs use it. */
@Component
class Documents {
    private static final long MOST_CHARACTERS = 8_000_000;
    private static final Duration UNUSED = Duration.ofMinutes(2);

    private final Cache<String, Optional<ArazzoDocument>> read = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<String, Optional<ArazzoDocument>>weigher((text, document) -> text.length())
            .expireAfterAccess(UNUSED)
            .build();

    /** Empty when the text is no document. */
    Optional<ArazzoDocument> of(String text) {
        return read.get(text, one -> ArazzoDocument.inspect(one).document());
    }
}
