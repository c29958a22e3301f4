package dev.interlock.web.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * What was sent and previewed and waits to be confirmed: at most 128 MiB for a quarter of an hour. Whatever was given up
 * is sent again.
 *
 * @param <T> what waits
 */
public final class Pending<T> {
    private static final long MOST_BYTES = 128L * 1024 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Cache<String, T> waiting;

    private Pending(ToIntFunction<T> bytes) {
        this.waiting = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((String word, T one) -> bytes.applyAsInt(one))
                .expireAfterWrite(KEPT)
                .build();
    }

    /** Nothing waits yet; sizes are counted in bytes. */
    public static <T> Pending<T> sized(ToIntFunction<T> bytes) {
        return new Pending<>(bytes);
    }

    /** Keeps it and answers the word to ask for it with. */
    public String keep(ProjectId project, T one) {
        var word = UUID.randomUUID().toString();
        waiting.put(project + "/" + word, one);
        return word;
    }

    /** What waits under this word, while it does. */
    public Optional<T> find(ProjectId project, String word) {
        return Optional.ofNullable(waiting.getIfPresent(project + "/" + word));
    }
}
