package dev.interlock.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Classification;
import dev.interlock.history.HowKnown;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathState;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.SeenRun;
import dev.interlock.history.Verification;
import dev.interlock.platform.RunId;
import dev.interlock.web.map.MapLayout.Wire;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.view.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastResultsTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void showsTheNewestResultOfThePathsOverAnIntegration() {
        var results = results(
                List.of(),
                row("old", NOW.minusSeconds(60), Outcome.FAILED, "web", "orders"),
                row("new", NOW, Outcome.PASSED, "web", "orders"));

        assertThat(results.of(wire("web", "orders"))).isEqualTo(Status.PASSED);
        assertThat(results.of(key("orders"))).isEqualTo(Status.PASSED);
    }

    @Test
    void countsAFaultAtTheHopItIsLaidAtAndNotAlongTheWholePath() {
        var results = results(
                List.of(problem("pay", "orders", "payment", HowKnown.TRACE)),
                row("pay", NOW, Outcome.FAILED, "web", "orders", "payment"));

        assertThat(results.of(wire("orders", "payment"))).isEqualTo(Status.FAILED);
        assertThat(results.of(key("payment"))).isEqualTo(Status.FAILED);
        assertThat(results.of(wire("web", "orders"))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void showsTheWholePathAsFailedWhenNobodyKnowsWhere() {
        var results = results(
                List.of(problem("pay", "web", "payment", HowKnown.ENTRY_ONLY)),
                row("pay", NOW, Outcome.FAILED, "web", "orders", "payment"));

        assertThat(results.of(wire("web", "orders"))).isEqualTo(Status.FAILED);
        assertThat(results.of(wire("orders", "payment"))).isEqualTo(Status.FAILED);
    }

    @Test
    void hasNoResultBeforeTheFirstRun() {
        var results = results(List.of(), row("pay", null, null, "web", "orders"));

        assertThat(results.of(wire("web", "orders"))).isEqualTo(Status.NONE);
        assertThat(results.of(key("web"))).isEqualTo(Status.NONE);
    }

    @Test
    void showsAnEntryAsPassedWhenAnythingItCallsPassed() {
        var results = results(
                List.of(problem("pay", "web", "payment", HowKnown.TRACE)),
                row("pay", NOW, Outcome.FAILED, "web", "payment"),
                row("browse", NOW, Outcome.PASSED, "web", "catalog"));

        assertThat(results.of(key("web"))).isEqualTo(Status.PASSED);
    }

    private static LastResults results(List<ProblemGroup> problems, PathRow... rows) {
        var wires = Arrays.stream(rows)
                .flatMap(row -> row.path().hops().stream())
                .map(Landscape::wire)
                .distinct()
                .toList();
        return new LastResults(new Landscape(List.of(), wires, List.of(rows), problems));
    }

    private static PathRow row(String path, @Nullable Instant at, @Nullable Outcome last, String... services) {
        var hops = IntStream.range(1, services.length)
                .mapToObj(i -> Hop.sync(key(services[i - 1]), key(services[i])))
                .toList();
        var keys = Arrays.stream(services).map(LastResultsTests::key).toList();
        var model =
                new IntegrationPath(new PathKey(path), path, hops, keys, null, null, List.of(), "", Origin.MODELLED, 1);
        var strip = last == null ? List.<Outcome>of() : List.of(last);
        return new PathRow(
                model,
                null,
                new PathState(model.key(), Verification.STALE, false, 1, 0, null, at, null, null, strip, "as it is"));
    }

    private static ProblemGroup problem(String path, String consumer, String provider, HowKnown known) {
        var seen = new SeenRun(new RunId(new UUID(0, 1)), 1, NOW);
        return new ProblemGroup(
                1,
                "signature",
                "it broke",
                new Blame(key(consumer), key(provider), known, "it broke"),
                CauseClass.ASSERTION,
                Classification.UNKNOWN,
                "",
                null,
                "",
                true,
                false,
                seen,
                seen,
                null,
                List.of(),
                1,
                List.of("test"),
                List.of(new PathKey(path)),
                1);
    }

    private static Wire wire(String consumer, String provider) {
        return new Wire(key(consumer), key(provider));
    }

    private static ServiceKey key(String service) {
        return new ServiceKey(service);
    }
}
