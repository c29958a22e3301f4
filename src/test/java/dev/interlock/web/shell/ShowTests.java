package dev.interlock.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShowTests {
    private final Show show = new Show();

    @Test
    void writesDurationsAsTheScriptsDo() {
        assertThat(show.took(Duration.ofMillis(84))).isEqualTo("84 ms");
        assertThat(show.took(Duration.ofMillis(2014))).isEqualTo("2.01 s");
        assertThat(show.took(Duration.ofMillis(38_400))).isEqualTo("38 s");
        assertThat(show.took(Duration.ofSeconds(461))).isEqualTo("7 min 41 s");
        assertThat(show.took(null)).isEqualTo("—");
    }

    @Test
    void writesSharesChangesAndCounts() {
        assertThat(show.share(.86)).isEqualTo("86 %");
        assertThat(show.percent(1.94)).isEqualTo("1.9 %");
        assertThat(show.change(-1.44)).isEqualTo("−1.4");
        assertThat(show.change(0.04)).isEqualTo("±0");
        assertThat(show.count(1, "path")).isEqualTo("1 path");
        assertThat(show.count(1204, "path")).isEqualTo("1,204 paths");
    }

    @Test
    void writesMomentsAndConstants() {
        assertThat(show.moment(Instant.parse("2026-11-22T02:00:00Z"))).isEqualTo("22 Nov 2026, 02:00 UTC");
        assertThat(show.word("THIRD_PARTY")).isEqualTo("Third party");
    }
}
