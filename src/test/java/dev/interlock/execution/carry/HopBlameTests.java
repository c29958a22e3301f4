package dev.interlock.execution.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.HowKnown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopBlameTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String REQUEST = "00000000000000aa";
    private static final List<List<ServiceKey>> CHAIN =
            List.of(List.of(key("gateway"), key("orders"), key("payment"), key("bank")));

    @Test
    void namesTheDeepestServiceThatFailed() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 502),
                call("2", "1", "gateway", "orders", 502),
                server("3", "2", "orders", 502),
                call("4", "3", "orders", "payment", 500),
                server("5", "4", "payment", 500));

        var blame = blame(CauseClass.ASSERTION, CHAIN, spans);

        assertThat(blame.known()).isEqualTo(HowKnown.TRACE);
        assertThat(blame.consumer()).isEqualTo(key("orders"));
        assertThat(blame.provider()).isEqualTo(key("payment"));
    }

    @Test
    void namesTheCallWhosePeerDidNotAnswer() {
        var spans = List.of(server("1", REQUEST, "gateway", 502), call("2", "1", "gateway", "orders", null));

        var blame = blame(CauseClass.ASSERTION, CHAIN, spans);

        assertThat(blame.consumer()).isEqualTo(key("gateway"));
        assertThat(blame.provider()).isEqualTo(key("orders"));
        assertThat(blame.isOneHop()).isTrue();
    }

    @Test
    void namesAStretchWithoutTraceAndSeveralHops() {
        var blame = blame(CauseClass.ASSERTION, CHAIN, List.of());

        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
        assertThat(blame.sentence()).contains("between gateway and bank");
        assertThat(blame.isOneHop()).isFalse();
    }

    @Test
    void takesTheAnswersWordForWhatWentWrongBehindWithoutBeingSure() {
        var blame = HopBlame.of(seen("gateway", 502, CauseClass.ASSERTION, CHAIN, List.of(), List.of()))
                .orElseThrow();

        assertThat(blame.consumer()).isEqualTo(key("orders"));
        assertThat(blame.provider()).isEqualTo(key("payment"));
        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void namesTheServiceItselfWhenNothingIsBehindIt() {
        var blame = blame(CauseClass.CONTRACT, List.of(List.of(key("gateway"))), List.of());

        assertThat(blame.provider()).isEqualTo(key("gateway"));
        assertThat(blame.consumer()).isNull();
    }

    @Test
    void namesTheEntryWhenItTakesNoConnection() {
        var blame = blame(CauseClass.CONNECT, CHAIN, List.of());

        assertThat(blame.provider()).isEqualTo(key("gateway"));
        assertThat(blame.consumer()).isNull();
        assertThat(blame.sentence()).contains("no connection");
    }

    @Test
    void doesNotGuessWhenEverySpanIsFineAndOthersWereAsked() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 200),
                call("2", "1", "gateway", "orders", 200),
                server("3", "2", "orders", 200));

        assertThat(blame(CauseClass.ASSERTION, CHAIN, spans).known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void doesNotTakeAFailingServerForTheCulpritWhenCallsAreNotRecorded() {
        var spans = List.of(server("1", REQUEST, "gateway", 500));

        assertThat(blame(CauseClass.ASSERTION, CHAIN, spans).known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void looksOnlyAtSpansOfTheRequestThatFailed() {
        var spans = List.of(
                server("1", "00000000000000bb", "orders", 500),
                call("2", "1", "orders", "payment", 500),
                server("3", REQUEST, "gateway", 200));

        var blame = blame(CauseClass.ASSERTION, List.of(List.of(key("gateway"))), spans);

        assertThat(blame.provider()).isEqualTo(key("gateway"));
    }

    @Test
    void blamesNoHopForFaultsOfTheTestItself() {
        var seen = seen("gateway", 200, CauseClass.EXPRESSION, CHAIN, List.of(), List.of());

        assertThat(HopBlame.of(seen)).isEmpty();
    }

    @Test
    void followsARefusalThatWasHandedOnToWhereItCameFrom() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 404),
                call("2", "1", "gateway", "orders", 404),
                server("3", "2", "orders", 404));

        var blame = HopBlame.of(seen("gateway", 404, CauseClass.ASSERTION, CHAIN, List.of(), spans))
                .orElseThrow();

        assertThat(blame.known()).isEqualTo(HowKnown.TRACE);
        assertThat(blame.consumer()).isEqualTo(key("gateway"));
        assertThat(blame.provider()).isEqualTo(key("orders"));
    }

    @Test
    void doesNotTakeARefusedCallThatItsCallerCopedWithForTheCulprit() {
        var refused =
                new Span("t", "2", "1", key("gateway"), key("orders"), "GET /", 404, true, NOW, Duration.ofMillis(5));

        var blame = blame(CauseClass.ASSERTION, CHAIN, List.of(server("1", REQUEST, "gateway", 200), refused));

        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void isNotSureOfAServiceThatFailedAfterItAskedOthers() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 500),
                call("2", "1", "gateway", "orders", 200),
                server("3", "2", "orders", 200));

        var blame = blame(CauseClass.ASSERTION, CHAIN, spans);

        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
        assertThat(blame.provider()).isEqualTo(key("gateway"));
    }

    @Test
    void namesTheHopOnWhichSomethingShouldHaveBeenTold() {
        var spans = List.of(
                server("1", "00000000000000bb", "gateway", 200),
                call("2", "1", "gateway", "shipping", 200),
                server("3", "2", "shipping", 200),
                server("4", REQUEST, "notification", 200));

        var blame = HopBlame.of(
                        seen("notification", 200, CauseClass.ASSERTION, List.of(), List.of(key("shipping")), spans))
                .orElseThrow();

        assertThat(blame.consumer()).isEqualTo(key("shipping"));
        assertThat(blame.provider()).isEqualTo(key("notification"));
        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void namesACallThatFailedWithoutAnybodyWaitingForIt() {
        var spans = List.of(
                server("3", "00000000000000bb", "shipping", 200),
                call("5", "3", "shipping", "notification", 500),
                server("4", REQUEST, "notification", 200));

        var blame = HopBlame.of(
                        seen("notification", 200, CauseClass.ASSERTION, List.of(), List.of(key("shipping")), spans))
                .orElseThrow();

        assertThat(blame.consumer()).isEqualTo(key("shipping"));
        assertThat(blame.known()).isEqualTo(HowKnown.TRACE);
    }

    @Test
    void findsWhereTheTimeWentWhenItRanOut() {
        var slow = Duration.ofSeconds(5);
        var spans = List.of(
                server("1", REQUEST, "gateway", 200, slow),
                call("2", "1", "gateway", "orders", 200, slow),
                server("3", "2", "orders", 200, slow.minusMillis(20)));

        var blame = blame(CauseClass.TIMEOUT, CHAIN, spans);

        assertThat(blame.known()).isEqualTo(HowKnown.TRACE);
        assertThat(blame.provider()).isEqualTo(key("orders"));
    }

    @Test
    void doesNotBlameAFailureThatItsCallerCopedWith() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 200),
                call("2", "1", "gateway", "orders", 200),
                server("3", "2", "orders", 200),
                call("4", "3", "orders", "payment", 500),
                server("5", "4", "payment", 500));

        var blame = blame(CauseClass.ASSERTION, CHAIN, spans);

        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
        assertThat(blame.sentence()).contains("between gateway and payment", "coped with");
    }

    @Test
    void doesNotBlameAFailureWhoseChainBreaksBelowAFailingEntry() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 500),
                call("2", "1", "gateway", "orders", 200),
                server("3", "2", "orders", 200),
                call("4", "3", "orders", "payment", 500),
                server("5", "4", "payment", 500));

        var blame = blame(CauseClass.ASSERTION, CHAIN, spans);

        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
        assertThat(blame.provider()).isEqualTo(key("gateway"));
    }

    @Test
    void blamesTheLastFailureOfACallerThatWentOnAfterTheFirst() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 502, Duration.ofMillis(50)),
                call("2", "1", "gateway", "catalog", 500),
                server("3", "2", "catalog", 500),
                later(call("4", "1", "gateway", "orders", 500)),
                later(server("5", "4", "orders", 500)));

        var blame = blame(CauseClass.ASSERTION, CHAIN, spans);

        assertThat(blame.known()).isEqualTo(HowKnown.TRACE);
        assertThat(blame.provider()).isEqualTo(key("orders"));
    }

    @Test
    void isNotSureWhenTheCallerWentOnWellAfterTheFailure() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 500, Duration.ofMillis(50)),
                call("2", "1", "gateway", "catalog", 500),
                server("3", "2", "catalog", 500),
                later(call("4", "1", "gateway", "orders", 200)),
                later(server("5", "4", "orders", 200)));

        assertThat(blame(CauseClass.ASSERTION, CHAIN, spans).known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void isNotSureWhichOfTwoFailuresAtOnceReachedTheEntry() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 500),
                call("2", "1", "gateway", "catalog", 500),
                call("4", "1", "gateway", "orders", 500));

        assertThat(blame(CauseClass.ASSERTION, CHAIN, spans).known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void doesNotBlameAServiceBehindAnEntryWithoutSpansThatAnsweredWell() {
        var spans = List.of(server("1", REQUEST, "orders", 500));
        var blame = HopBlame.of(seen("gateway", 200, CauseClass.ASSERTION, CHAIN, List.of(), spans))
                .orElseThrow();

        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @Test
    void doesNotFollowARefusalThroughAServiceThatAnsweredWell() {
        var spans = List.of(
                server("1", REQUEST, "gateway", 404),
                call("2", "1", "gateway", "orders", 200),
                server("3", "2", "orders", 200),
                call("4", "3", "orders", "payment", 404),
                server("5", "4", "payment", 404));

        assertThat(blame(CauseClass.ASSERTION, CHAIN, spans).provider()).isEqualTo(key("gateway"));
    }

    @ParameterizedTest
    @CsvSource({"RESET, before its answer was whole", "PROTOCOL, not HTTP", "DNS, no address", "CONNECT, no connection"
    })
    void saysWhatWasMetAtTheEntry(CauseClass cause, String words) {
        assertThat(blame(cause, CHAIN, List.of()).sentence()).contains(words);
    }

    @Test
    void doesNotCallAGoodStatusTheFailure() {
        var odd = new Span("t", "2", "1", key("gateway"), key("orders"), "GET /", 200, true, NOW, Duration.ofMillis(5));

        var blame = blame(CauseClass.ASSERTION, CHAIN, List.of(server("1", REQUEST, "gateway", 502), odd));

        assertThat(blame.sentence())
                .contains("failed though the status was 200")
                .doesNotContain("failed with 200");
    }

    private static Span later(Span span) {
        return new Span(
                span.traceId(),
                span.spanId(),
                span.parentId(),
                span.service(),
                span.peer(),
                span.operation(),
                span.status(),
                span.error(),
                span.startedAt().plusMillis(20),
                span.took());
    }

    private static Blame blame(CauseClass cause, List<List<ServiceKey>> behind, List<Span> spans) {
        var status = spans.stream()
                .filter(span -> REQUEST.equals(span.parentId()))
                .map(Span::status)
                .findFirst()
                .orElse(200);
        return HopBlame.of(seen("gateway", Objects.requireNonNull(status), cause, behind, List.of(), spans))
                .orElseThrow();
    }

    private static HopCase seen(
            String called,
            int status,
            CauseClass cause,
            List<List<ServiceKey>> behind,
            List<ServiceKey> feeders,
            List<Span> spans) {
        return new HopCase(
                key(called),
                status,
                status < 400 ? "" : "{\"error\": \"payment answered 503\"}",
                cause,
                new HopCase.Neighbours(behind, feeders),
                REQUEST,
                spans,
                _ -> false);
    }

    private static Span server(String id, String parent, String service, int status) {
        return server(id, parent, service, status, Duration.ofMillis(5));
    }

    private static Span server(String id, String parent, String service, int status, Duration took) {
        return new Span("t", id, parent, key(service), null, "POST /", status, status >= 500, NOW, took);
    }

    private static Span call(String id, String parent, String service, String peer, @Nullable Integer status) {
        return call(id, parent, service, peer, status, Duration.ofMillis(5));
    }

    private static Span call(
            String id, String parent, String service, String peer, @Nullable Integer status, Duration took) {
        return new Span(
                "t", id, parent, key(service), key(peer), "POST /", status, status == null || status >= 500, NOW, took);
    }

    private static ServiceKey key(String service) {
        return new ServiceKey(service);
    }
}
