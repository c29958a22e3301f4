package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the built jar takes to be ready on a data directory that is there already, and what it holds when idle. */
@Tag("bench")
class StartBenchIT {
    private static final int STARTS = 5;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration MOST_TIME = Duration.ofSeconds(10);
    private static final long MOST_MEMORY_MIB = 512;

    @TempDir
    Path folder;

    /** What one start took. */
    private record Start(Duration ready, Duration cpu, long residentMib) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "ready in %.1f s, with %.1f s of processor time; %d MiB resident after %d s",
                    ready.toMillis() / 1000.0,
                    cpu.toMillis() / 1000.0,
                    residentMib,
                    IDLE.toSeconds());
        }
    }

    @Test
    void isReadyInTenSecondsAndHoldsHalfAGibibyteAtMost() throws Exception {
        start(this::byLauncher, Duration.ZERO);
        var launched = new ArrayList<Start>();
        for (var i = 0; i < STARTS; i++) {
            launched.add(start(this::byLauncher, IDLE));
            System.out.println("by the launcher: " + launched.getLast().words());
            System.out.println("from the jar: " + start(this::fromTheJar, IDLE).words());
        }

        assertThat(median(launched.stream().map(Start::ready).toList())).isLessThanOrEqualTo(MOST_TIME);
        assertThat(median(launched.stream().map(Start::residentMib).toList())).isLessThanOrEqualTo(MOST_MEMORY_MIB);
    }

    private Started byLauncher() {
        return Started.byLauncher(folder, "--server.port=0");
    }

    private Started fromTheJar() {
        return Started.with(folder, Map.of(), "--server.port=0");
    }

    private static Start start(Supplier<Started> how, Duration idle) throws Exception {
        var before = System.nanoTime();
        try (var started = how.get()) {
            started.address();
            var ready = Duration.ofNanos(System.nanoTime() - before);
            var cpu = started.cpu();
            TimeUnit.MILLISECONDS.sleep(idle.toMillis());
            return new Start(ready, cpu, started.residentMib());
        }
    }

    private static <T extends Comparable<T>> T median(List<T> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
