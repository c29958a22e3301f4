package dev.interlock.risk.store;

import static dev.interlock.history.TestHistories.STAGING;
import static dev.interlock.history.TestHistories.item;
import static dev.interlock.history.TestHistories.run;
import static dev.interlock.history.TestHistories.unreached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.catalog.ChangeClass;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.InterfaceImported;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.history.ResultLog;
import dev.interlock.history.RunRef;
import dev.interlock.history.TestHistories;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Factor;
import dev.interlock.risk.LearnedCare;
import dev.interlock.risk.MatrixCell;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.RiskLearning;
import dev.interlock.risk.RiskOverride;
import dev.interlock.risk.RiskProblem;
import dev.interlock.risk.TestEstimates;
import dev.interlock.risk.TestTrack;
import dev.interlock.security.ProjectDeleted;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RiskBoardIT {
    private static final PathKey PAY = new PathKey("pay");
    private static final PathKey REFUND = new PathKey("refund");
    private static final Actor ANA = Actor.person("1", "Ana");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final AnnotationConfigApplicationContext CONTEXT = TestLandscape.start();

    private final ProjectId project = TestHistories.project();
    private final RiskBoard board = CONTEXT.getBean(RiskBoard.class);

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @BeforeEach
    void backToTheShop() {
        TestLandscape.MODEL.set(TestLandscape.shop());
    }

    @Test
    void anImportedSystemSpreadsOverTheMatrixAndNamesItsReasons() {
        TestLandscape.MODEL.set(TestLandscape.imported());

        var all = board.all(project);
        var rows = board.matrix(project).stream()
                .filter(cell -> cell.paths() > 0)
                .map(MatrixCell::level)
                .distinct();

        assertThat(all).hasSize(60);
        assertThat(rows.count()).isGreaterThanOrEqualTo(4);
        for (var risk : all.subList(0, 10)) {
            var factors = board.of(project, risk.path()).orElseThrow().factors();
            assertThat(factors.stream().map(Factor::name).distinct().count()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void pagesAgreeOnEveryNumber() {
        TestLandscape.MODEL.set(TestLandscape.imported());

        var all = board.all(project);
        var shares = board.shares(project);
        var matrix = board.matrix(project);
        var one = board.of(project, all.getFirst().path()).orElseThrow();

        assertThat(one.score()).isEqualTo(all.getFirst().score());
        assertThat(matrix.stream().mapToInt(MatrixCell::paths).sum()).isEqualTo(all.size());
        assertThat(shares.totalScore())
                .as("each score is shown rounded to a tenth")
                .isCloseTo(all.stream().mapToDouble(PathRisk::score).sum(), within(.05 * all.size()));
        assertThat(shares.verified().percent()
                        + shares.stale().percent()
                        + shares.failing().percent()
                        + shares.untested().percent())
                .isCloseTo(100, within(1e-9));
        assertThat(shares.paths()).isEqualTo(60);
    }

    @Test
    void aPassLowersADeploymentRaisesAndAFailureRaisesMore() {
        var untested = score();
        append(run(1, "1"), 1, Outcome.PASSED);
        var passed = score();
        publish(new InterfaceImported(
                project,
                TestLandscape.PAYMENT,
                2,
                false,
                ChangeClass.BREAKING,
                List.of("POST /charges"),
                TestHistories.at(2)));
        publish(new Deployed(project, TestLandscape.PAYMENT, "2", STAGING, TestHistories.at(2), false));
        var deployed = score();
        append(run(3, "2"), 1, Outcome.FAILED);
        var failed = score();
        append(run(4, "2"), 1, Outcome.PASSED);
        var mended = score();

        assertThat(passed).isLessThan(untested);
        assertThat(deployed).isGreaterThan(passed);
        assertThat(failed).isGreaterThan(deployed).isGreaterThan(50);
        assertThat(mended).isLessThan(failed / 2);
        assertThat(board.history(project, PAY, 10).stream().map(point -> point.event()))
                .contains("payment 2 deployed", "RUN-3");
        var factors = board.of(project, PAY).orElseThrow().factors();
        assertThat(factors).extracting(Factor::evidence).anyMatch(text -> text.contains("breaking change"));
        assertThat(factors).extracting(Factor::name).contains("fixed", "blamed");
    }

    @Test
    void aPathWhoseTestsPassAgainIsNoLongerCriticalWhileAnotherStillFails() {
        TestLandscape.MODEL.set(twoPaths());
        var first = run(1, "1");
        append(
                first,
                over(PAY, item(first, 1, "a", Outcome.PASSED)),
                over(REFUND, item(first, 2, "b", Outcome.PASSED)));
        var second = run(2, "1");
        append(
                second,
                over(PAY, item(second, 1, "a", Outcome.FAILED)),
                over(REFUND, item(second, 2, "b", Outcome.FAILED)));
        var broken = score();
        var third = run(3, "1");
        append(
                third,
                over(PAY, item(third, 1, "a", Outcome.PASSED)),
                over(REFUND, item(third, 2, "b", Outcome.FAILED)));

        assertThat(broken).isGreaterThan(50);
        assertThat(score()).as("its own test passes").isLessThan(8);
        assertThat(score(REFUND)).as("its own test fails").isGreaterThan(50);

        var fourth = run(4, "1");
        append(fourth, over(REFUND, item(fourth, 2, "b", Outcome.PASSED)));
        assertThat(score(REFUND)).isLessThan(8);
    }

    @Test
    void aPathThatFailsOtherwiseStaysRiskyWhenTheProblemOfAnotherIsMended() {
        TestLandscape.MODEL.set(twoPaths());
        var first = run(1, "1");
        append(
                first,
                over(PAY, item(first, 1, "a", Outcome.FAILED)),
                over(REFUND, item(first, 2, "b", Outcome.FAILED)));
        var second = run(2, "1");
        append(
                second,
                over(PAY, item(second, 1, "a", Outcome.PASSED)),
                over(REFUND, item(second, 2, "b", Outcome.FAILED))
                        .failing(TestHistories.failure("no receipt was sent")));

        assertThat(score()).isLessThan(8);
        assertThat(score(REFUND)).isGreaterThan(50);
        assertThat(board.shares(project).failing().percent()).isGreaterThan(80);
    }

    @Test
    void aFailingPathNeverLooksSafeWhoeverIsToBlame() {
        append(run(1, "1"), 1, Outcome.PASSED);
        var elsewhere = TestHistories.failure("the mail was not sent", "payment", "mail");
        var run = run(2, "1");
        append(run, item(run, 2, "a", Outcome.FAILED).failing(elsewhere));

        var failing = board.of(project, PAY).orElseThrow();
        assertThat(failing.likelihood()).isGreaterThanOrEqualTo(.05);
        assertThat(failing.factors())
                .anyMatch(factor -> factor.name().equals("own test fails")
                        && factor.evidence().contains("the mail was not sent")
                        && "runs/RUN-2".equals(factor.link()));
        assertThat(failing.explanation()).contains("Its own test fails");

        append(run(3, "1"), 3, Outcome.PASSED);
        assertThat(board.of(project, PAY).orElseThrow().likelihood()).isLessThan(.01);
    }

    @Test
    void aFailureOfASystemNobodyRegisteredRaisesThePathAndBlamesNoHop() {
        append(run(1, "1"), 1, Outcome.PASSED);
        var before = board.of(project, PAY).orElseThrow();
        var run = run(2, "1");
        append(run, item(run, 2, "a", Outcome.FAILED).failing(TestHistories.failure("503", "warehouse", "courier")));

        var failing = board.of(project, PAY).orElseThrow();
        assertThat(failing.likelihood()).isGreaterThan(.85);
        assertThat(failing.factors().stream()
                        .filter(factor -> !factor.name().equals("own test fails"))
                        .map(Factor::evidence))
                .as("the hops stay where they were")
                .containsExactlyElementsOf(
                        before.factors().stream().map(Factor::evidence).toList());
        assertThat(CONTEXT.getBean(RiskLearning.class).cares(project))
                .allMatch(care -> !care.service().equals("courier"));
    }

    @Test
    void whatIsSaidOfAPathIsTrueWhenItIsRead() {
        assertThat(board.of(project, PAY).orElseThrow().factors())
                .extracting(Factor::evidence)
                .contains("no test passed over orders → payment yet");
        for (var number = 1; number <= 3; number++) {
            append(run(number, "1"), number, Outcome.PASSED);
        }
        append(run(4, "1"), 4, Outcome.FAILED);

        var evidence = board.of(project, PAY).orElseThrow().factors().stream()
                .map(Factor::evidence)
                .toList();
        assertThat(evidence)
                .noneMatch(text -> text.contains("no test passed"))
                .noneMatch(text -> text.contains("since"));
        var passes = index(evidence, "3 passes, last: a passed in RUN-3");
        assertThat(index(evidence, "before its first pass nobody had seen it work"))
                .isLessThan(passes);
        assertThat(passes).isLessThan(index(evidence, "a failed in RUN-4"));
    }

    @Test
    void theLastPassNeverRaisesTheScoreThoughItClosesAProblem() {
        append(run(1, "1"), 1, Outcome.PASSED);
        var elsewhere = TestHistories.failure("the mail was not sent", "payment", "mail");
        for (var number = 2; number < 12; number++) {
            var run = run(number, "1");
            var failed = number % 3 == 0;
            var item = item(run, number, "a", failed ? Outcome.FAILED : Outcome.PASSED);
            var before = score();
            append(run, failed && number % 2 == 0 ? item.failing(elsewhere) : item);
            if (failed) {
                assertThat(score()).isGreaterThanOrEqualTo(before);
            } else {
                assertThat(score()).isLessThanOrEqualTo(before);
            }
        }
    }

    private static int index(List<String> texts, String part) {
        for (var index = 0; index < texts.size(); index++) {
            if (texts.get(index).contains(part)) {
                return index;
            }
        }
        throw new AssertionError("nothing says \"" + part + "\": " + texts);
    }

    private static TestLandscape.Model twoPaths() {
        var shop = TestLandscape.shop();
        var hops = shop.paths().getFirst().hops();
        return new TestLandscape.Model(
                shop.services(),
                List.of(TestLandscape.path("pay", hops), TestLandscape.path("refund", hops)),
                shop.interfaces());
    }

    private static ItemOutcome over(PathKey path, ItemOutcome item) {
        return item.over(List.of(new PathShare(path, 1, Set.of(0))), item.touched());
    }

    @Test
    void showsTheScoreAsOfADay() {
        append(run(1, "1"), 1, Outcome.PASSED);
        append(run(30, "1"), 1, Outcome.FAILED);

        var then = board.at(project, PAY, TODAY).orElseThrow();
        var later = board.at(project, PAY, TODAY.plusDays(1)).orElseThrow();

        assertThat(later.score()).isGreaterThan(then.score());
        assertThat(board.at(project, PAY, TODAY.minusDays(1))).isEmpty();
        assertThat(List.of(then, later)).allSatisfy(risk -> {
            assertThat(risk.factors()).isNotEmpty();
            assertThat(risk.factors().stream().mapToDouble(Factor::contribution).sum())
                    .isCloseTo(Math.log(risk.likelihood() / (1 - risk.likelihood())), within(1e-6));
        });
        assertThat(later.factors()).extracting(Factor::name).contains("blamed");
        assertThat(then.factors()).extracting(Factor::name).doesNotContain("blamed");
    }

    @Test
    void anOutageTeachesNothingAboutTheProduct() {
        append(run(1, "1"), 1, Outcome.PASSED);
        var before = score();
        var run = run(2, "1");
        var unreached = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> item(run, i, "t" + i, Outcome.FAILED)
                        .failing(TestHistories.unreached("no connection to payment")))
                .toArray(ItemOutcome[]::new);

        append(run, unreached);

        assertThat(score()).isEqualTo(before);
    }

    @Test
    void anOverrideIsShownBesideTheComputedValue() {
        var override = new RiskOverride(.9, 5, "audit next week", TODAY.plusDays(7), "");

        var risk = board.override(project, PAY, override, ANA);

        assertThat(risk.score()).isEqualTo(90);
        assertThat(risk.override()).isNotNull();
        assertThat(risk.computed()).isNotNull();
        board.removeOverride(project, PAY, ANA);
        assertThat(board.of(project, PAY).orElseThrow().override()).isNull();
    }

    @Test
    void refusesAnOverrideWithAllFindingsTogether() {
        var override = new RiskOverride(2.0, 9, " ", TODAY.plusYears(2), "");

        assertThatThrownBy(() -> board.override(project, PAY, override, ANA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(RiskProblem.OVERRIDE_IS_INVALID);
                    assertThat(problem.findings()).hasSize(4);
                });
    }

    @Test
    void aRatingOfAServiceMovesItsPathsAndIsKept() {
        var before = score();

        board.rate(project, TestLandscape.PAYMENT, 5, null, ANA);

        assertThat(score()).isGreaterThan(before);
        assertThat(board.serviceRatings(project)).containsEntry(TestLandscape.PAYMENT, 5);
    }

    @Test
    void estimatesLearntAgainFromHistoryAreTheSame() {
        for (var number = 1; number <= 12; number++) {
            var run = run(number, "1");
            append(run, number, number % 3 == 0 ? Outcome.FAILED : Outcome.PASSED);
            append(run, item(run, 100 + number, "other", number % 5 == 0 ? Outcome.FAILED : Outcome.PASSED));
        }
        var table = CONTEXT.getBean(TrackTable.class);
        var pool = table.pool(project, "staging").values();
        var tracks = table.load(project, "staging", List.of("a", "other"));

        CONTEXT.getBean(TestEstimates.class).rebuild(project, "staging");

        assertThat(table.pool(project, "staging").values()).containsExactly(pool, within(1e-12));
        assertThat(table.load(project, "staging", List.of("a", "other"))).isEqualTo(tracks);
        assertThat(tracks).hasSize(2);
    }

    @Test
    void learnsTheSameNumbersAgainFromRunsThatOverlapContradictAndMeetAnOutage() {
        var first = run(1, "1");
        var second = run(2, "1");
        append(first, item(first, 1, "a", Outcome.FAILED));
        append(second, item(second, 1, "a", Outcome.PASSED), item(second, 2, "b", Outcome.FAILED));
        append(first, item(first, 2, "c", Outcome.PASSED), item(first, 3, "b", Outcome.PASSED));
        for (var seq = 4; seq < 8; seq++) {
            append(first, item(first, seq, "d" + seq, Outcome.FAILED).failing(unreached("nobody answers")));
        }
        var table = CONTEXT.getBean(TrackTable.class);
        var pool = table.pool(project, "staging").values();
        var tracks = table.load(project, "staging", List.of("a", "b", "c", "d4", "d5", "d6", "d7"));

        transaction(() -> CONTEXT.getBean(TestEstimates.class).rebuild(project, "staging"));

        assertThat(table.pool(project, "staging").values()).containsExactly(pool);
        assertThat(table.load(project, "staging", List.of("a", "b", "c", "d4", "d5", "d6", "d7")))
                .isEqualTo(tracks);
        assertThat(tracks).hasSize(5);
    }

    @Test
    void aVerdictTakenBackOnTheSameChangeCountsHalfAndOnce() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.FAILED));
        var rerun = run(2, "1");
        append(rerun, item(rerun, 1, "a", Outcome.PASSED));

        var track = Objects.requireNonNull(CONTEXT.getBean(TrackTable.class)
                .load(project, "staging", List.of("a"))
                .get("a"));

        assertThat(track.verdict()).isEqualTo(TestTrack.MIXED);
        assertThat(track.now().runs()).isEqualTo(1);
        assertThat(track.now().failures()).isEqualTo(TestTrack.MIXED);
        assertThat(track.now().gap()).isEqualTo(TestTrack.NEVER);
    }

    @Test
    void aVerdictThatChangesWithTheVersionIsNoContradiction() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.FAILED));
        var next = run(2, "2");
        append(next, item(next, 1, "a", Outcome.PASSED));

        var track = Objects.requireNonNull(CONTEXT.getBean(TrackTable.class)
                .load(project, "staging", List.of("a"))
                .get("a"));

        assertThat(track.now().runs()).isEqualTo(2);
        assertThat(track.now().gap()).isEqualTo(1);
    }

    @Test
    void aTestThatComesInSeveralBatchesOfARunCountsOnce() {
        var run = run(1, "1");
        append(run, item(run, 1, "a", Outcome.PASSED));
        append(run, item(run, 2, "a", Outcome.FAILED));

        var track = CONTEXT.getBean(TrackTable.class)
                .load(project, "staging", List.of("a"))
                .values()
                .iterator()
                .next();

        assertThat(track.now().runs()).isEqualTo(1);
        assertThat(track.now().fails()).isEqualTo(1);
        assertThat(track.tookMs()).isEqualTo(203);
    }

    @Test
    void writesDownWhatWasPredictedBeforeEachRun() {
        for (var number = 1; number <= 4; number++) {
            var run = run(number, "1");
            append(
                    run,
                    item(run, 2 * number, "a", number == 4 ? Outcome.FAILED : Outcome.PASSED),
                    item(run, 2 * number + 1, "b", Outcome.PASSED));
        }
        var learning = CONTEXT.getBean(RiskLearning.class);

        var calibration = learning.calibration(project, 50);

        assertThat(calibration.runs()).isEqualTo(4);
        assertThat(calibration.byTest().results()).isEqualTo(8);
        assertThat(calibration.byPath().bands().stream()
                        .mapToInt(band -> band.results())
                        .sum())
                .isEqualTo(8);
        assertThat(calibration.caught().getLast().of()).isEqualTo(1);
        assertThat(learning.calibration(project, 2).byTest().results()).isEqualTo(4);
    }

    @Test
    void learnsFromAFaultThatWasMendedAndKeepsIt() {
        append(run(1, "1"), 1, Outcome.PASSED);
        var learning = CONTEXT.getBean(RiskLearning.class);
        var before = learning.learned(project);

        publish(new Deployed(project, TestLandscape.PAYMENT, "2", STAGING, TestHistories.at(2), false));
        append(run(2, "2"), 2, Outcome.PASSED);

        assertThat(before).allMatch(value -> value.now() == value.start() || value.share());
        assertThat(learning.learned(project)).isNotEqualTo(before).hasSameSizeAs(before);
        assertThat(learning.cares(project)).extracting(LearnedCare::service).contains("payment");
    }

    @Test
    void whatIsTakenBackBeforeItIsStoredIsNotKept() {
        append(run(1, "1"), 1, Outcome.PASSED);
        var before = score();
        new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            CONTEXT.publishEvent(
                    new Deployed(project, TestLandscape.PAYMENT, "2", TestHistories.STAGING, TestHistories.NOW, false));
            assertThat(score()).isGreaterThan(before);
            status.setRollbackOnly();
        });

        assertThat(score()).isEqualTo(before);
    }

    @Test
    void forgetsAProjectThatIsDeleted() {
        append(run(1, "1"), 1, Outcome.PASSED);

        publish(new ProjectDeleted(project, "shop"));

        assertThat(board.history(project, PAY, 10)).isEmpty();
        assertThat(CONTEXT.getBean(TrackTable.class).load(project, "staging", List.of("a")))
                .isEmpty();
    }

    private double score() {
        return score(PAY);
    }

    private double score(PathKey path) {
        return board.of(project, path).orElseThrow().score();
    }

    private void append(RunRef run, int seq, Outcome outcome) {
        append(run, item(run, seq, "a", outcome));
    }

    private void append(RunRef run, ItemOutcome... items) {
        transaction(() -> CONTEXT.getBean(ResultLog.class).append(project, run, List.of(items)));
    }

    private static void publish(Object news) {
        transaction(() -> CONTEXT.publishEvent(news));
    }

    private static void transaction(Runnable work) {
        new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> work.run());
    }
}
