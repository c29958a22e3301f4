package dev.interlock.ingest.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFileTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1}",
                "[1,2]",
                "{\"resourceSpans\":",
                "[{\"x\":}]",
                "\"text\"",
                "\u0001\u0002nothing"
            })
    void refusesWhatHoldsNoTraces(String text) {
        assertThatThrownBy(() -> new TraceFile(new SpanCollector(10)).read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableTraces.class);
    }

    @Test
    void refusesDeepNesting() {
        var deep = ("[".repeat(50_000) + "]".repeat(50_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new TraceFile(new SpanCollector(10)).read(deep))
                .isInstanceOf(UnreadableTraces.class);
    }

    @Test
    void readsALineAfterAnother() throws UnreadableTraces {
        var found = new SpanCollector(100);
        var line = new String(TraceTruthTests.bytes("opentelemetry-proto--trace.json"), StandardCharsets.UTF_8)
                .replaceAll("\\s*\n\\s*", "");

        new TraceFile(found).read((line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(found.spans()).hasSize(2);
    }

    @Test
    void namesTheSpanWithBrokenIdsAndTakesTheRest() throws UnreadableTraces {
        var found = new SpanCollector(100);
        var text = """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"orders"}}]},
                 "scopeSpans":[{"spans":[
                  {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","name":"good","kind":"SPAN_KIND_SERVER",
                   "startTimeUnixNano":"1544712660000000000","endTimeUnixNano":1544712661000000000,"status":{"code":2}},
                  {"traceId":"short","spanId":"EEE19B7EC3C1B174","name":"bad"}]}]}]}
                """;

        new TraceFile(found).read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(found.spans()).singleElement().satisfies(span -> {
            assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.failed()).isTrue();
            assertThat(span.tookMicros()).isEqualTo(1_000_000);
        });
        assertThat(found.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).contains("bad"));
    }

    @Test
    void chanceBytesNeverDoMoreThanBeRefused() {
        var random = new Random(42);
        for (var i = 0; i < 5_000; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                new OtlpProtobuf(new SpanCollector(100)).read(bytes);
            } catch (UnreadableTraces e) {
                assertThat(e.where()).startsWith("byte ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "get /orders/17,GET /orders/{id}",
        "GET /orders/17/lines/9?x=1,GET /orders/{id}/lines/{id}",
        "/carts/3fa85f64-5717-4562-b3fc-2c963f66afa6,/carts/{id}",
        "/v2/products,/v2/products",
        "OrderService/Create,OrderService/Create"
    })
    void operationsAreNamedWithoutIds(String name, String plain) {
        assertThat(SpanFacts.plain(name)).isEqualTo(plain);
    }

    @Test
    void thresholdsOfSamplersBecomeWeights() {
        assertThat(Sampling.weight("x=1,ot=th:8;rv:abc", Map.of())).isEqualTo(2);
        assertThat(Sampling.weight("ot=th:e", Map.of())).isEqualTo(8);
        assertThat(Sampling.weight("", Map.of())).isEqualTo(1);
        assertThat(Sampling.weight("", Map.of("sampler.type", "probabilistic", "sampler.param", "0.25")))
                .isEqualTo(4);
    }
}
