package dev.interlock.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.carry.ItemRunner;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.Purpose;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.Problem;
import dev.interlock.platform.RunId;
import dev.interlock.platform.database.TestDatabase;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.TestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunLifeIT {
    private static final String RESULTS = "select count(*) from execution.item_result where run_id = :run";

    private static final String SPOIL =
            "update execution.run_event set data = cast(:data as jsonb) where run_id = :run and seq = 1";

    private final String database = TestDatabase.newDatabase();

    @Test
    void carriesOutEveryItemOnceAndHandsTheOutcomesToHistory() {
        try (var world = TestWorld.on(database, passing()).with(25, CrashPolicy.RERUN)) {
            var run = world.await(world.request());

            assertThat(run.key()).isEqualTo("RUN-1");
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.counts()).isEqualTo(new Counts(25, 0, 0, 0, 0, 0, 0, 25));
            assertThat(world.get(TestNeighbours.Knowledge.class).history)
                    .extracting(ItemOutcome::seq)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 25).boxed().toList());
            assertThat(world.count("select count(*) from execution.run_item where run_id = :run", run))
                    .isZero();
        }
    }

    @Test
    void numbersEventsWithoutGapsAndEndsWithDone() {
        try (var world = TestWorld.on(database, passing()).with(10, CrashPolicy.RERUN)) {
            var run = world.await(world.request());

            var events = world.get(RunEvents.class).after(TestWorld.PROJECT, run.id(), 0, 1_000);

            assertThat(events)
                    .extracting(RunEvent::seq)
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, run.lastEvent())
                            .boxed()
                            .toList());
            assertThat(events)
                    .filteredOn(event -> event.kind() == RunEvent.Kind.DONE)
                    .hasSize(1);
            assertThat(events.getLast().kind()).isEqualTo(RunEvent.Kind.DONE);
        }
    }

    @Test
    void replaysEventsFromTheOneSeenLast() {
        try (var world = TestWorld.on(database, passing()).with(5, CrashPolicy.RERUN)) {
            var run = world.await(world.request());
            var heard = new CopyOnWriteArrayList<RunEvent>();

            var subscription = world.get(RunEvents.class).subscribe(TestWorld.PROJECT, run.id(), 2, heard::addAll);

            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !subscription.isOpen());
            assertThat(heard.getFirst().seq()).isEqualTo(3);
            assertThat(heard.getLast().seq()).isEqualTo(run.lastEvent());
        }
    }

    @Test
    void goesOnTellingAfterEventsCouldNotBeRead() {
        try (var world = TestWorld.on(database, passing()).with(5, CrashPolicy.RERUN)) {
            var run = world.await(world.request());
            var other = world.await(world.request());
            world.get(JdbcClient.class)
                    .sql(SPOIL)
                    .param("run", run.id().value())
                    .param("data", "[]")
                    .update();
            var subscription = world.get(RunEvents.class).subscribe(TestWorld.PROJECT, run.id(), 0, news -> {});
            IntStream.range(0, 3)
                    .forEach(i -> awaitEnd(
                            world.get(RunEvents.class).subscribe(TestWorld.PROJECT, other.id(), 0, news -> {})));
            assertThat(subscription.isOpen()).isTrue();

            world.get(JdbcClient.class)
                    .sql(SPOIL)
                    .param("run", run.id().value())
                    .param("data", "{}")
                    .update();

            awaitEnd(subscription);
        }
    }

    private static void awaitEnd(RunEvents.Subscription subscription) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !subscription.isOpen());
    }

    @Test
    void finishesAfterARestartWhatWasAccepted() {
        Run run;
        try (var first = TestWorld.on(database, passing(), "interlock.execution.pump=false")
                .with(12, CrashPolicy.RERUN)) {
            run = first.request();
        }
        try (var second = TestWorld.on(database, passing(), "known.tests=12")) {
            assertThat(second.await(run).counts().passed()).isEqualTo(12);
        }
    }

    @Test
    void carriesOutAgainWhatAKilledProcessHadAndShowsEachResultOnce() throws Exception {
        var blocked = new CountDownLatch(1);
        var first = TestWorld.on(database, holding(blocked)).with(12, CrashPolicy.RERUN);
        var run = first.request();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> leased(first, run) > 0);
        first.kill();

        try (var second = TestWorld.on(database, passing())) {
            var over = second.await(run);

            assertThat(over.state()).isEqualTo(RunState.FINISHED);
            assertThat(over.counts().passed()).isEqualTo(12);
            assertThat(second.count(RESULTS, run)).isEqualTo(12);
        } finally {
            blocked.countDown();
            first.close();
        }
    }

    @Test
    void marksWhatMayNotBeSentTwiceAsBroken() {
        var blocked = new CountDownLatch(1);
        var first = TestWorld.on(database, holding(blocked)).with(1, CrashPolicy.MARK_INTERRUPTED);
        var run = first.request();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> leased(first, run) == 1);
        first.kill();

        try (var second = TestWorld.on(database, passing())) {
            assertThat(second.await(run).counts().broken()).isEqualTo(1);
        } finally {
            blocked.countDown();
            first.close();
        }
    }

    @Test
    void handsBackWhatItCannotFinishWhenItStops() {
        var blocked = new CountDownLatch(1);
        Run run;
        try (var first = TestWorld.on(database, holding(blocked), "interlock.execution.drain=100ms")
                .with(3, CrashPolicy.RERUN)) {
            run = first.request();
            var asked = run;
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> leased(first, asked) == 3);
        }
        try (var second = TestWorld.on(database, passing())) {
            assertThat(second.count("select count(*) from execution.run_item where run_id = :run and crashes > 0", run))
                    .isZero();
            assertThat(second.await(run).counts().passed()).isEqualTo(3);
        }
    }

    @Test
    void stopsSendingAtOnceWhenCancelled() {
        var begun = new AtomicInteger();
        var blocked = new CountDownLatch(1);
        ItemRunner runner = (work, stopped) -> {
            begun.incrementAndGet();
            blocked.await();
            return TestWorld.result(Outcome.PASSED);
        };
        try (var world = TestWorld.on(database, runner).with(40, CrashPolicy.RERUN)) {
            var run = world.request();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> begun.get() == 4);

            world.get(Runs.class).cancel(TestWorld.PROJECT, run.id(), TestWorld.TESTER);
            var over = world.await(run);

            assertThat(over.state()).isEqualTo(RunState.CANCELLED);
            assertThat(over.counts().cancelled()).isEqualTo(40);
            assertThat(begun).hasValue(4);
            assertThat(world.count(
                            "select count(*) from execution.run_event where run_id = :run and kind = 'DONE'", run))
                    .isEqualTo(1);
        }
    }

    @Test
    void neverExceedsTheCapOfATarget() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        ItemRunner runner = (work, stopped) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(5);
            now.decrementAndGet();
            return TestWorld.result(Outcome.PASSED);
        };
        try (var world = TestWorld.on(database, runner).with(30, CrashPolicy.RERUN)) {
            world.get(TestNeighbours.Knowledge.class).cap = 2;

            var run = world.await(world.request());

            assertThat(run.counts().passed()).isEqualTo(30);
            assertThat(most).hasValue(2);
        }
    }

    @Test
    void answersARepeatedRequestWithTheSameRunAndRefusesAnotherWithItsKey() {
        try (var world = TestWorld.on(database, passing()).with(1, CrashPolicy.RERUN)) {
            var runs = world.get(Runs.class);
            var request = TestWorld.anything().from(RunOrigin.of("api").keyed("build-7"));

            var first = runs.request(TestWorld.PROJECT, request, TestWorld.TESTER);
            var second = runs.request(TestWorld.PROJECT, request, TestWorld.TESTER);

            assertThat(second.id()).isEqualTo(first.id());
            assertThatThrownBy(() -> runs.request(
                            TestWorld.PROJECT, request.within(new RunLimits(null, 3, null)), TestWorld.TESTER))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type()).isEqualTo(RunProblem.IDEMPOTENCY_KEY_IS_USED));
        }
    }

    @Test
    void makesOneRunOfManyRequestsAtOnceWithOneKey() throws Exception {
        try (var world = TestWorld.on(database, passing()).with(1, CrashPolicy.RERUN);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = world.get(Runs.class);
            var request = TestWorld.anything().from(RunOrigin.of("api").keyed("build-8"));

            var made = new HashSet<RunId>();
            var asked = IntStream.range(0, 20)
                    .mapToObj(i -> executor.submit(() -> runs.request(TestWorld.PROJECT, request, TestWorld.TESTER)))
                    .toList();
            for (var one : asked) {
                made.add(one.get().id());
            }

            assertThat(made).hasSize(1);
        }
    }

    @Test
    void blocksWhatNeedsAServiceThatCannotBeReached() {
        try (var world = TestWorld.on(database, passing()).with(3, CrashPolicy.RERUN)) {
            world.get(TestNeighbours.Knowledge.class).unreachable = "nobody listens there.";

            var run = world.await(world.request());

            assertThat(run.counts().blocked()).isEqualTo(3);
            assertThat(world.get(RunItems.class)
                            .list(TestWorld.PROJECT, run.id(), FilterQuery.parse("", RunItems.FIELDS), null, 10)
                            .items())
                    .allSatisfy(item -> assertThat(item.reason()).contains("orders cannot be reached"));
        }
    }

    @Test
    void stopsAfterTheFailuresAskedFor() {
        ItemRunner failing = (work, stopped) -> new ItemResult(
                Outcome.FAILED,
                Duration.ZERO,
                Instant.now(),
                false,
                null,
                null,
                Set.of(),
                List.of(),
                ItemNotes.NONE,
                Map.of());
        try (var world =
                TestWorld.on(database, failing, "interlock.execution.workers=1").with(20, CrashPolicy.RERUN)) {
            var runs = world.get(Runs.class);

            var run = world.await(runs.request(
                    TestWorld.PROJECT, TestWorld.anything().within(new RunLimits(null, 1, 1)), TestWorld.TESTER));

            assertThat(run.counts().skipped()).isGreaterThan(0);
            assertThat(run.counts().done()).isEqualTo(20);
        }
    }

    @Test
    void answersWhetherVersionsWorkTogetherByTheRunThatMetThem() {
        try (var world = TestWorld.on(database, passing()).with(2, CrashPolicy.RERUN)) {
            var payment = new ServiceKey("payment");
            var orders = new ServiceKey("orders");
            var met = Map.of(payment, "7.1.0", orders, "3.0.0");
            var run = world.await(world.get(Runs.class)
                    .request(
                            TestWorld.PROJECT,
                            TestWorld.anything().labelled(RunLabels.main().meeting(met)),
                            TestWorld.TESTER));
            var reports = world.get(RunReports.class);

            var together = reports.gate(TestWorld.PROJECT, Map.of(payment, "7.1.0"), null);
            var never = reports.gate(TestWorld.PROJECT, Map.of(payment, "7.1.0", orders, "9.9.9"), null);

            assertThat(together.run()).isNotNull().extracting(Run::id).isEqualTo(run.id());
            assertThat(together.gate()).isEqualTo(reports.gate(TestWorld.PROJECT, run.id()));
            assertThat(never.run()).isNull();
            assertThat(never.gate().verdict()).isEqualTo(Verdict.INCOMPLETE);
        }
    }

    @Test
    void stopsOnTheClockInTheOrderOfThePlan() {
        var sent = new ConcurrentLinkedQueue<String>();
        ItemRunner slow = (work, stopped) -> {
            sent.add(work.test().key().value());
            LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
            return TestWorld.result(Outcome.PASSED);
        };
        try (var world =
                TestWorld.on(database, slow, "interlock.execution.workers=1").with(20, CrashPolicy.RERUN)) {
            var limits = new RunLimits(Duration.ofMillis(900), 1, null);

            var run = world.await(world.get(Runs.class)
                    .request(TestWorld.PROJECT, TestWorld.anything().within(limits), TestWorld.TESTER));

            assertThat(run.counts().done()).isEqualTo(20);
            assertThat(run.counts().skipped()).isEqualTo(20 - sent.size());
            assertThat(List.copyOf(sent)).hasSizeBetween(1, 4).isSorted().contains("test-001");
            assertThat(world.count("""
                            select count(*) from execution.item_result
                             where run_id = :run and outcome = 'SKIPPED' and reason like 'The time budget%'
                            """, run)).isEqualTo(run.counts().skipped());
        }
    }

    @Test
    void endsWithoutAPersonsVerdictAndTakesItLater() {
        try (var world = TestWorld.on(database, passing()).with(1, CrashPolicy.RERUN)) {
            world.with(TestWorld.test("manual", TestKind.MANUAL, "", CrashPolicy.RERUN));
            var run = world.await(world.request());
            assertThat(run.counts().open()).isEqualTo(1);
            var seq = world.get(RunItems.class)
                    .list(TestWorld.PROJECT, run.id(), FilterQuery.parse("state:manual", RunItems.FIELDS), null, 10)
                    .items()
                    .getFirst()
                    .seq();

            var item = world.get(Runs.class)
                    .recordVerdict(
                            TestWorld.PROJECT,
                            run.id(),
                            seq,
                            new ManualVerdict(
                                    Outcome.FAILED,
                                    List.of(new ManualVerdict.StepVerdict(Outcome.FAILED, "empty")),
                                    "The list is empty."),
                            TestWorld.TESTER);

            assertThat(item.outcome()).isEqualTo(Outcome.FAILED);
            var detail = world.get(RunItems.class)
                    .item(TestWorld.PROJECT, run.id(), seq)
                    .orElseThrow();
            assertThat(detail.note()).isEqualTo("The list is empty.");
            assertThat(detail.manual().getFirst().remark()).isEqualTo("empty");
            assertThat(world.get(Runs.class)
                            .find(TestWorld.PROJECT, run.id())
                            .orElseThrow()
                            .counts()
                            .failed())
                    .isEqualTo(1);
        }
    }

    @Test
    void storesAReportOfAnotherToolAsAFinishedRun() {
        try (var world = TestWorld.on(database, passing())) {
            var now = Instant.now();
            var report = new ReportedRun(
                    RunLabels.of(Purpose.MAIN, "main"),
                    null,
                    "junit",
                    now.minusSeconds(9),
                    now,
                    null,
                    List.of(
                            ItemOutcome.of(1, "a.one", Outcome.PASSED, Duration.ofMillis(5), now),
                            ItemOutcome.of(2, "a.two", Outcome.FAILED, Duration.ofMillis(7), now)));

            var run = world.get(Runs.class).recordReport(TestWorld.PROJECT, report, TestWorld.TESTER);

            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0, 2));
            var xml = new StringBuilder();
            world.get(RunReports.class).junitXml(TestWorld.PROJECT, run.id(), xml);
            assertThat(xml).contains("tests=\"2\" failures=\"1\"").contains("classname=\"a.two\"");
        }
    }

    private static long leased(TestWorld world, Run run) {
        return world.count("select count(*) from execution.run_item where run_id = :run and state = 'LEASED'", run);
    }

    private static ItemRunner passing() {
        return (work, stopped) -> TestWorld.result(Outcome.PASSED);
    }

    private static ItemRunner holding(CountDownLatch latch) {
        return (work, stopped) -> {
            latch.await();
            return TestWorld.result(Outcome.PASSED);
        };
    }
}
