package dev.interlock.web.dev;

import dev.interlock.platform.Finding;
import dev.interlock.web.shell.Crumb;
import dev.interlock.web.view.Contribution;
import dev.interlock.web.view.Curve;
import dev.interlock.web.view.Facet;
import dev.interlock.web.view.ScoreBadge;
import dev.interlock.web.view.ScoreHistory;
import dev.interlock.web.view.SortLink;
import dev.interlock.web.view.Spark;
import dev.interlock.web.view.StackedBar;
import dev.interlock.web.view.StackedBar.Amount;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import dev.interlock.web.view.Waterfall;
import dev.interlock.web.view.Waterfall.Phase;
import dev.interlock.web.view.Waterfall.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Made-up values for the page of components; nothing else shows them. */
record Samples(
        List<Status> statuses,
        StackedBar bar,
        StackedBar every,
        StackedBar emptyBar,
        List<Strip> strips,
        List<ScoreBadge> scores,
        Spark spark,
        Curve curve,
        Waterfall waterfall,
        ScoreHistory history,
        List<Contribution> factors,
        List<Facet> facets,
        List<SortLink> sorts,
        List<Finding> findings,
        List<Crumb> crumbs,
        Instant moment) {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    static final Samples ALL = new Samples(
            List.of(Status.values()),
            StackedBar.of(List.of(
                    Amount.count(Status.FAILED, 3),
                    Amount.count(Status.BLOCKED, 1),
                    Amount.count(Status.FLAKY, 2),
                    Amount.count(Status.SKIPPED, 4),
                    Amount.count(Status.PASSED, 118))),
            StackedBar.of(List.of(Status.values()).stream()
                    .limit(9)
                    .map(status -> Amount.count(status, 2))
                    .toList()),
            StackedBar.of(List.of()),
            sampleStrips(),
            List.of(
                    ScoreBadge.of(62, "CRITICAL"),
                    ScoreBadge.of(18.4, "HIGH"),
                    ScoreBadge.of(5, "MEDIUM"),
                    ScoreBadge.of(0.4, "LOW")),
            Spark.of(List.of(40.0, 44.0, 43.0, 52.0, 58.0, 55.0, 61.0), 100, "Verified, 40 to 61 percent in 7 days"),
            sampleCurve(),
            sampleWaterfall(),
            sampleHistory(),
            List.of(Contribution.of(2.1, 2.1), Contribution.of(.7, 2.1), Contribution.of(-1.4, 2.1)),
            List.of(new Facet(
                    "Result",
                    List.of(
                            new Facet.Choice("Failing", "/dev/components?q=status:failing", 3, true),
                            new Facet.Choice("Untested", "/dev/components?q=status:untested", 12, false)))),
            List.of(
                    new SortLink("Path", "/dev/components?sort=name", null, null),
                    new SortLink("Score", "/dev/components?sort=score", "descending", "num")),
            List.of(
                    Finding.error(
                            "line 12, column 5", "The path /orders is there twice.", "Give one of them another name."),
                    Finding.warning("#/components", "Nothing refers to this schema.", "")),
            List.of(new Crumb("Paths", "/dev/components")),
            NOON);

    private static List<Strip> sampleStrips() {
        return List.of(
                Strip.of(
                        List.of(
                                Status.PASSED,
                                Status.FAILED,
                                Status.FLAKY,
                                Status.BROKEN,
                                Status.BLOCKED,
                                Status.SKIPPED,
                                Status.PASSED,
                                Status.PASSED,
                                Status.PASSED,
                                Status.PASSED),
                        10),
                Strip.of(List.of(Status.PASSED, Status.PASSED, Status.FAILED), 10),
                Strip.of(List.of(), 10));
    }

    private static Curve sampleCurve() {
        var points = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Curve.Point(Duration.ofSeconds(21L * i), 1 - Math.pow(.9, i)))
                .toList();
        return Curve.of(points, Duration.ofMinutes(8), "Risk covered against time: 86 percent at 8 minutes");
    }

    private static Waterfall sampleWaterfall() {
        return Waterfall.of(List.of(
                new Step("POST /orders", Status.PASSED, "#waterfall", Duration.ZERO, phases(3, 5, 12, 58, 6)),
                new Step("GET /reservations/{id}", Status.PASSED, "#waterfall", ms(90), phases(0, 0, 0, 29, 2)),
                new Step("POST /charges", Status.FAILED, "#waterfall", ms(124), phases(1, 4, 15, 1960, 34))));
    }

    private static List<Phase> phases(int dns, int connect, int tls, int wait, int download) {
        return List.of(
                new Phase("dns", ms(dns)),
                new Phase("connect", ms(connect)),
                new Phase("tls", ms(tls)),
                new Phase("wait", ms(wait)),
                new Phase("download", ms(download)));
    }

    private static ScoreHistory sampleHistory() {
        return ScoreHistory.of(
                List.of(
                        new ScoreHistory.Point(NOON.minus(Duration.ofDays(20)), 22, null),
                        new ScoreHistory.Point(NOON.minus(Duration.ofDays(14)), 53, "payment 2.4.1 deployed"),
                        new ScoreHistory.Point(NOON.minus(Duration.ofDays(9)), 31, "3 passes"),
                        new ScoreHistory.Point(NOON.minus(Duration.ofDays(2)), 62, "Checkout failed at payment")),
                NOON);
    }

    private static Duration ms(long ms) {
        return Duration.ofMillis(ms);
    }
}
