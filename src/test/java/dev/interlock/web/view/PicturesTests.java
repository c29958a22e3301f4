package dev.interlock.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.web.view.StackedBar.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PicturesTests {

    @Test
    void barLeavesEmptyPartsOutAndFillsItsWidth() {
        var bar = StackedBar.of(List.of(
                Amount.count(Status.FAILED, 1), Amount.count(Status.BROKEN, 0), Amount.count(Status.PASSED, 3)));

        assertThat(bar.parts())
                .containsExactly(
                        new StackedBar.Part("f-failed", "0%", "25%"), new StackedBar.Part("f-passed", "25%", "75%"));
        assertThat(bar.words()).isEqualTo("1 failed, 3 passed");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusHasAColourOfItsOwnInBars(Status status) throws IOException {
        var rules = Files.readString(Path.of("frontend/css/components/chart.css"));

        assertThat(rules).containsPattern("[.]" + Pattern.quote(status.fill()) + "[ ,]");
    }

    @Test
    void barOfNothingSaysSo() {
        assertThat(StackedBar.of(List.of()).words()).isEqualTo("nothing yet");
    }

    @Test
    void stripEndsWithTheNewestResult() {
        var strip = Strip.of(List.of(Status.FAILED, Status.PASSED), 10);

        assertThat(strip.cells()).hasSize(10);
        assertThat(strip.cells().getLast().fill()).isEqualTo("f-failed");
        assertThat(strip.cells().getFirst().fill()).isEqualTo("f-rest");
        assertThat(strip.words()).isEqualTo("last 2: 1 passed, 1 failed; newest failed");
    }

    @Test
    void stripTellsPassedFromFailedByHeight() {
        var cells = Strip.of(List.of(Status.FAILED, Status.PASSED), 2).cells();

        assertThat(cells.get(0).height()).isLessThan(cells.get(1).height());
    }

    @Test
    void curveMarksTheBudgetOnTheLastPointBeforeIt() {
        var curve = Curve.of(
                List.of(new Curve.Point(Duration.ofMinutes(1), .5), new Curve.Point(Duration.ofMinutes(4), 1)),
                Duration.ofMinutes(2),
                "words");

        assertThat(curve.budget()).isNotNull();
        assertThat(curve.budget().x()).isEqualTo("260");
        assertThat(curve.budget().y()).isEqualTo("85");
        assertThat(curve.ticks()).extracting(Curve.Mark::label).startsWith("0 min", "1 min");
    }

    @Test
    void waterfallPutsStepsOnOneAxis() {
        var fall = Waterfall.of(List.of(
                new Waterfall.Step(
                        "one",
                        Status.PASSED,
                        null,
                        Duration.ZERO,
                        List.of(new Waterfall.Phase("wait", Duration.ofMillis(50)))),
                new Waterfall.Step(
                        "two",
                        Status.FAILED,
                        null,
                        Duration.ofMillis(50),
                        List.of(new Waterfall.Phase("wait", Duration.ofMillis(50))))));

        assertThat(fall.rows().get(0).bars()).containsExactly(new Waterfall.Bar("phase-wait", "200", "270"));
        assertThat(fall.rows().get(1).bars()).containsExactly(new Waterfall.Bar("phase-wait", "470", "270"));
        assertThat(fall.words()).isEqualTo("Steps on one axis: one 50 ms, two 50 ms");
    }

    @Test
    void historyStepsFromScoreToScore() {
        var start = Instant.parse("2026-11-01T00:00:00Z");
        var history = ScoreHistory.of(
                List.of(
                        new ScoreHistory.Point(start, 10, null),
                        new ScoreHistory.Point(start.plus(Duration.ofDays(5)), 20, "deployed")),
                start.plus(Duration.ofDays(10)));

        assertThat(history.line()).isEqualTo("M0 68H320V8H640");
        assertThat(history.events()).containsExactly(new ScoreHistory.Dot("320", "8", "deployed"));
    }

    @Test
    void contributionsGrowFromTheMiddle() {
        assertThat(Contribution.of(1, 2)).isEqualTo(new Contribution("more", "80", "40"));
        assertThat(Contribution.of(-2, 2)).isEqualTo(new Contribution("less", "0", "80"));
    }

    @Test
    void namesOfOtherModulesFindTheirLook() {
        assertThat(Status.named("NOT_READY")).isEqualTo(Status.NOT_READY);
        assertThat(Status.named("no such thing")).isEqualTo(Status.UNKNOWN);
    }
}
