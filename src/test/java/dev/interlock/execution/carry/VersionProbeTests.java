package dev.interlock.execution.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.Timings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionProbeTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /version                | 200 | 1.4.2                                | 1.4.2
        /version                | 200 | "1.4.2"                              | 1.4.2
        /actuator/info          | 200 | {"build": {"version": "2.0"}}        | 2.0
        /actuator/info          | 200 | {"git": {"commit": {"id": "ab12"}}}  | ab12
        /actuator/info          | 200 | {"version": 7}                       | 7
        /actuator/info          | 200 | {"name": "orders"}                   | ``
        /actuator/info          | 200 | {broken                              | ``
        /                       | 200 | <html>1.4</html>                     | ``
        /version                | 500 | 1.4.2                                | ``
        /health#X-App-Version   | 200 | {"status": "UP"}                     | 3.1
        /health#X-Other         | 200 | 1.4.2                                | ``
        """)
    void readsAVersionFromBodyOrHeader(String probe, int status, String body, String version) {
        assertThat(VersionProbe.read(probe, answer(status, body)).orElse("")).isEqualTo(version);
        assertThat(VersionProbe.path(probe)).doesNotContain("#");
    }

    private static OutboundAnswer answer(int status, String body) {
        var zero = Duration.ZERO;
        return new OutboundAnswer(
                status,
                List.of(new Header("x-app-version", "3.1")),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                new Timings(zero, zero, zero, zero, zero, zero, zero),
                "",
                false,
                List.of());
    }
}
