package dev.interlock.history.log;

import static dev.interlock.history.TestHistories.STAGING;
import static dev.interlock.history.TestHistories.item;
import static dev.interlock.history.TestHistories.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.history.Classification;
import dev.interlock.history.HistoryProblem;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.PathHistory;
import dev.interlock.history.PathState;
import dev.interlock.history.ProblemClosed;
import dev.interlock.history.ProblemEdit;
import dev.interlock.history.Problems;
import dev.interlock.history.Purpose;
import dev.interlock.history.Quarantine;
import dev.interlock.history.Quarantines;
import dev.interlock.history.ResultLog;
import dev.interlock.history.RunRef;
import dev.interlock.history.TestHistories;
import dev.interlock.history.TestHistory;
import dev.interlock.history.Trends;
import dev.interlock.history.Verification;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.ProjectDeleted;
import dev.interlock.security.Projects;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCases;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class ResultLogIT {
    private static final PathKey PAY = new PathKey("pay");
    private static final Actor ANA = Actor.person("1", "Ana");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final List<Object> NEWS = new ArrayList<>();
    private static final AnnotationConfigApplicationContext CONTEXT = start();

    private final ProjectId project = TestHistories.project();
    private final ResultLog log = CONTEXT.getBean(ResultLog.class);
    private final Problems problems = CONTEXT.getBean(Problems.class);
    private final TestHistory tests = CONTEXT.getBean(TestHistory.class);
    private final PathHistory paths = CONTEXT.getBean(PathHistory.class);

    @EnableTransactionManagement
    static class Settings {}

    private static AnnotationConfigApplicationContext start() {
        var database = TestHistories.database();
        var context = new AnnotationConfigApplicationContext();
        context.register(Settings.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(InstantSource.class, () -> () -> TestHistories.NOW);
        context.registerBean(Services.class, answering(Services.class, () -> List.of(service())));
        context.registerBean(Paths.class, answering(Paths.class, () -> List.of(path())));
        context.registerBean(Coverages.class, answering(Coverages.class, List::of));
        context.registerBean(TestCases.class, answering(TestCases.class, List::of));
        context.registerBean(Projects.class, answering(Projects.class, List::of));
        context.registerBean(AuditLog.class, answering(AuditLog.class, () -> null));
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> news) {
                NEWS.add(news.getPayload());
            }
        });
        context.scan("dev.interlock.history");
        context.refresh();
        return context;
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @BeforeEach
    void forgetNews() {
        NEWS.clear();
    }

    @Test
    void asksForATransaction() {
        var run = run(1, "1");

        assertThatThrownBy(() -> log.append(project, run, List.of(item(run, 1, "a", Outcome.PASSED))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void storesAnItemOnceAndTellsOnceForEachBatch() {
        var run = run(1, "1");
        var item = item(run, 1, "a", Outcome.PASSED);

        append(run, item, item(run, 2, "b", Outcome.PASSED));
        append(run, item);

        assertThat(tests.last(project, "a", 10)).hasSize(1);
        assertThat(NEWS.stream().filter(OutcomesRecorded.class::isInstance)).hasSize(1);
    }

    @Test
    void keepsStripsAndTimesOfPassingRuns() {
        for (var number = 1; number <= 3; number++) {
            var run = run(number, "1");
            append(run, item(run, number * 10, "a", number == 2 ? Outcome.BROKEN : Outcome.PASSED));
        }

        var record = Objects.requireNonNull(tests.records(project, "staging").get("a"));
        assertThat(record.strip()).containsExactly(Outcome.PASSED, Outcome.BROKEN, Outcome.PASSED);
        var took = Objects.requireNonNull(record.took());
        assertThat(took.samples()).isEqualTo(2);
        assertThat(took.p90()).isEqualTo(Duration.ofMillis(130));
        assertThat(tests.latest(project)).containsKey("a");
    }

    @Test
    void countsRollupsLikeRawResults() {
        var run = run(1, "1");
        append(run, item(run, 1, "a", Outcome.PASSED), item(run, 2, "b", Outcome.FAILED));
        append(run, item(run, 3, "c", Outcome.SKIPPED), item(run, 4, "a", Outcome.PASSED));

        var days = CONTEXT.getBean(Trends.class).days(project, "staging", TODAY, 7);
        assertThat(days).hasSize(7);
        var day = days.get(5);
        assertThat(List.of(day.passed(), day.failed(), day.skipped(), day.total()))
                .containsExactly(2L, 1L, 1L, 4L);
        assertThat(day.took()).isEqualTo(Duration.ofMillis(410));
        assertThat(one("select sum(passed + failed + skipped) from history.hour_count where project_id = " + project))
                .isEqualTo(4);
    }

    @Test
    void groupsFailuresOfOneSignatureAndSaysSinceWhen() {
        var good = run(1, "1.0");
        append(good, item(good, 1, "a", Outcome.PASSED), item(good, 2, "b", Outcome.PASSED));
        var bad = run(2, "2.0");
        append(bad, item(bad, 1, "a", Outcome.FAILED), item(bad, 2, "b", Outcome.FAILED));

        var found = problems.ofRun(project, bad.id());

        assertThat(found).hasSize(1);
        var problem = found.getFirst();
        assertThat(problem.novelty()).isEqualTo("NEW");
        assertThat(problem.tests()).containsExactly("a", "b");
        assertThat(problem.paths()).containsExactly(PAY);
        assertThat(problem.firstSeen().number()).isEqualTo(2);
        assertThat(Objects.requireNonNull(problem.lastGood()).number()).isEqualTo(1);
        assertThat(problem.differing().getFirst().service()).isEqualTo(new ServiceKey("payment"));
        assertThat(problem.differing().getFirst().before()).isEqualTo("1.0");
        assertThat(problem.differing().getFirst().after()).isEqualTo("2.0");
        assertThat(problem.team()).isEqualTo("money");
    }

    @Test
    void aProblemIsKnownTheSecondTimeAndClosedWhenAllItsTestsPass() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.FAILED), item(first, 2, "b", Outcome.FAILED));
        var second = run(2, "1");
        append(second, item(second, 1, "a", Outcome.FAILED), item(second, 2, "b", Outcome.PASSED));

        assertThat(problems.ofRun(project, second.id()).getFirst().novelty()).isEqualTo("KNOWN");
        assertThat(problems.open(project, null, 10).items()).hasSize(1);

        var third = run(3, "2");
        append(third, item(third, 1, "a", Outcome.PASSED));

        assertThat(problems.open(project, null, 10).items()).isEmpty();
        assertThat(NEWS.stream().filter(ProblemClosed.class::isInstance)).hasSize(1);
    }

    @Test
    void aProblemIsClosedWhenOneTestPassesAndTheOtherFailsOtherwise() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.FAILED), item(first, 2, "b", Outcome.FAILED));
        var second = run(2, "1");
        append(
                second,
                item(second, 1, "a", Outcome.PASSED),
                item(second, 2, "b", Outcome.FAILED).failing(TestHistories.failure("no receipt was sent")));

        assertThat(problems.open(project, null, 10).items())
                .extracting(problem -> problem.sentence())
                .containsExactly("no receipt was sent");
        assertThat(state().state()).isEqualTo(Verification.FAILING);
    }

    @Test
    void aProblemWhoseOnlyTestFailsOtherwiseStaysOpenUntilItPasses() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.FAILED));
        var second = run(2, "1");
        append(second, item(second, 1, "a", Outcome.FAILED).failing(TestHistories.failure("no receipt was sent")));
        assertThat(problems.open(project, null, 10).items()).hasSize(2);

        var third = run(3, "1");
        append(third, item(third, 1, "a", Outcome.PASSED));

        assertThat(problems.open(project, null, 10).items()).isEmpty();
        assertThat(NEWS.stream().filter(ProblemClosed.class::isInstance)).hasSize(2);
    }

    @Test
    void aClosedProblemThatComesBackIsNewAgainAndKeepsItsClassification() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.FAILED));
        var id = problems.ofRun(project, first.id()).getFirst().id();
        var edit = new ProblemEdit(Classification.PRODUCT, "seen by Ana", "https://bugs.example/7", null);
        transaction(() -> problems.edit(project, id, edit, IfMatch.any(), ANA));
        var second = run(2, "1");
        append(second, item(second, 1, "a", Outcome.PASSED));
        var third = run(3, "1");
        append(third, item(third, 1, "a", Outcome.FAILED));

        var problem = problems.ofRun(project, third.id()).getFirst();
        assertThat(problem.id()).isEqualTo(id);
        assertThat(problem.novelty()).isEqualTo("NEW");
        assertThat(problem.classification()).isEqualTo(Classification.PRODUCT);
        assertThat(Objects.requireNonNull(problem.lastGood()).number()).isEqualTo(2);
    }

    @Test
    void refusesAnEditWithAllFindingsTogether() {
        var run = run(1, "1");
        append(run, item(run, 1, "a", Outcome.FAILED));
        var id = problems.ofRun(project, run.id()).getFirst().id();
        var edit = new ProblemEdit(null, "x".repeat(3000), "javascript:alert(1)", null);

        assertThatThrownBy(() -> problems.edit(project, id, edit, IfMatch.any(), ANA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(HistoryProblem.PROBLEM_EDIT_IS_INVALID);
                    assertThat(problem.findings()).hasSize(2);
                });
    }

    @Test
    void pagesOpenProblemsByKeyset() {
        var run = run(1, "1");
        var words = List.of("apple", "pear", "plum", "fig", "lime");
        append(
                run,
                IntStream.range(0, 5)
                        .mapToObj(i -> item(run, i + 1, "t" + i, Outcome.FAILED)
                                .failing(TestHistories.failure("no " + words.get(i))))
                        .toArray(ItemOutcome[]::new));

        var seen = new ArrayList<String>();
        var slice = problems.open(project, null, 2);
        slice.items().forEach(problem -> seen.add(problem.sentence()));
        while (slice.next() != null) {
            slice = problems.open(project, slice.next(), 2);
            slice.items().forEach(problem -> seen.add(problem.sentence()));
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aVerdictThatFlipsWithNothingChangedIsFlaky() {
        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.PASSED), item(first, 2, "b", Outcome.PASSED));
        var same = run(2, "1");
        append(same, item(same, 1, "a", Outcome.FAILED));
        var other = run(3, "2");
        append(other, item(other, 2, "b", Outcome.FAILED));

        var flaky = tests.flaky(project, TestHistories.NOW.minus(Duration.ofDays(1)));

        assertThat(flaky).hasSize(1);
        assertThat(flaky.getFirst().testKey()).isEqualTo("a");
        assertThat(flaky.getFirst().times()).isEqualTo(1);
        assertThat(flaky.getFirst().results()).isEqualTo(2);
    }

    @Test
    void aPathIsVerifiedThenStaleThenFailing() {
        assertThat(state().state()).isEqualTo(Verification.UNTESTED);

        var first = run(1, "1");
        append(first, item(first, 1, "a", Outcome.PASSED));
        assertThat(state().state()).isEqualTo(Verification.VERIFIED);

        deploy("payment", "1", TestHistories.at(1).plusSeconds(60));
        assertThat(state().state()).as("the version that was tested").isEqualTo(Verification.VERIFIED);

        deploy("payment", "2", TestHistories.at(1).plusSeconds(120));
        assertThat(state().state()).isEqualTo(Verification.STALE);
        assertThat(state().sentence()).contains("payment");

        var second = run(2, "2");
        append(second, item(second, 1, "a", Outcome.FAILED));
        assertThat(state().state()).isEqualTo(Verification.FAILING);
        assertThat(state().strip()).containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(state().lastPassedRun()).isEqualTo(1);

        var third = run(3, "2");
        append(third, item(third, 1, "a", Outcome.PASSED).withStub());
        assertThat(state().state()).isEqualTo(Verification.VERIFIED);
        assertThat(state().verifiedPart()).isEqualTo(.5);
    }

    @Test
    void outcomesThatAreNoEvidenceLeavePathsAlone() {
        var run = run(1, "1");
        var branch = new RunRef(
                run.id(),
                1,
                run.month(),
                Purpose.CHANGE,
                "feature",
                STAGING,
                true,
                null,
                run.versions(),
                run.startedAt());

        append(branch, item(branch, 1, "a", Outcome.PASSED));

        assertThat(state().state()).isEqualTo(Verification.UNTESTED);
        assertThat(tests.last(project, "a", 1)).hasSize(1);
    }

    @Test
    void aTestInQuarantineIsKnownUntilItIsLifted() {
        var quarantines = CONTEXT.getBean(Quarantines.class);
        quarantines.put(project, new Quarantine("a", "ana", "flaky login", TODAY, "Ana"), ANA);

        assertThat(quarantines.of(project)).containsKey("a");

        quarantines.lift(project, "a", ANA);
        assertThat(quarantines.of(project)).isEmpty();
        assertThatThrownBy(() -> quarantines.put(project, new Quarantine("a", "", "", TODAY.plusYears(1), ""), ANA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.findings()).hasSize(3));
    }

    @Test
    void rowsStayBelow160BytesAndTheNamedMonthIsTheOnlyOneRead() {
        var run = run(1, "1");
        for (var batch = 0; batch < 4; batch++) {
            var start = batch * 2_000;
            append(
                    run,
                    IntStream.range(start, start + 2_000)
                            .mapToObj(i -> item(run, i + 1, "bulk" + i % 500, Outcome.PASSED))
                            .toArray(ItemOutcome[]::new));
        }
        var bytes = one("select pg_total_relation_size('history.result_2026_11') / "
                + "(select count(*) from history.result_2026_11)");
        var plan = String.join(
                "\n",
                jdbc().sql(
                                "explain select * from history.result where month = date '2026-11-01' and run = 1 and seq > 50 order by seq limit 50")
                        .query(String.class)
                        .list());

        assertThat(bytes).isLessThanOrEqualTo(160);
        assertThat(plan)
                .contains("result_2026_11")
                .doesNotContain("result_2026_12")
                .doesNotContain("Seq Scan");
    }

    @Test
    void forgetsAProjectThatIsDeleted() {
        var run = run(1, "1");
        append(run, item(run, 1, "a", Outcome.FAILED));

        transaction(() -> {
            CONTEXT.publishEvent(new ProjectDeleted(project, "shop"));
            return null;
        });

        assertThat(tests.last(project, "a", 10)).isEmpty();
        assertThat(problems.open(project, null, 10).items()).isEmpty();
        assertThat(one("select count(*) from history.run where project_id = " + project))
                .isZero();
    }

    private PathState state() {
        return Objects.requireNonNull(
                paths.states(project, new EnvironmentKey("staging")).get(PAY));
    }

    private void deploy(String service, String version, Instant at) {
        transaction(() -> {
            CONTEXT.publishEvent(new Deployed(project, new ServiceKey(service), version, STAGING, at, false));
            return null;
        });
    }

    private void append(RunRef run, ItemOutcome... items) {
        transaction(() -> {
            log.append(project, run, List.of(items));
            return null;
        });
    }

    private static <T> void transaction(Supplier<T> work) {
        new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class)).execute(_ -> work.get());
    }

    private static long one(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    private static JdbcClient jdbc() {
        return CONTEXT.getBean(JdbcClient.class);
    }

    private static Service service() {
        return new Service(new ServiceKey("payment"), "Payment", ServiceKind.INTERNAL, "money", 4, "", List.of(), 1);
    }

    private static IntegrationPath path() {
        var orders = new ServiceKey("orders");
        var payment = new ServiceKey("payment");
        return new IntegrationPath(
                PAY,
                "Pay",
                List.of(Hop.sync(orders, payment)),
                List.of(orders, payment),
                null,
                null,
                List.of(),
                "",
                Origin.MODELLED,
                1);
    }

    /** Answers every call with the same value. */
    private static <T> Supplier<T> answering(Class<T> type, Supplier<?> answer) {
        return () -> type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> answer.get();
                }));
    }
}
