package dev.interlock.execution.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.execution.Runs;
import dev.interlock.execution.TestWorld;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.history.Outcome;
import dev.interlock.platform.database.TestDatabase;
import dev.interlock.testcase.CrashPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes and the reaper meet over the same items, step by step. */
class LeaseFenceIT {
    private static final String LATE = "select count(*) from execution.late_result where run_id = :run";
    private static final String RESULTS = "select count(*) from execution.item_result where run_id = :run";

    private final TestWorld world = TestWorld.on(
            TestDatabase.newDatabase(), null, "interlock.execution.pump=false", "db-scheduler.enabled=true");
    private final Node first = new Node("first", UUID.randomUUID());
    private final Node second = new Node("second", UUID.randomUUID());

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void leasesEachItemToOneNode() throws Exception {
        var run = running(40);
        enter(first, second);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 8)
                    .mapToObj(i -> executor.submit(() -> queue().lease(i % 2 == 0 ? first : second, 5)))
                    .toList();
            var leased = new ArrayList<Integer>();
            for (var one : asked) {
                one.get().forEach(lease -> leased.add(lease.seq()));
            }

            assertThat(leased).doesNotHaveDuplicates().hasSize(4);
            assertThat(run.workers()).isEqualTo(4);
        }
    }

    @Test
    void keepsTheResultOfTheLaterLeaseAndTheLateOneApart() {
        var run = running(1);
        enter(first, second);
        var early = queue().lease(first, 1);
        nodes().leave(first);
        reaper().runDue();
        var later = queue().lease(second, 1);

        var late = store(early, Outcome.FAILED, "first");
        var counted = store(later, Outcome.PASSED, "second");

        assertThat(later.getFirst().fence()).isEqualTo(early.getFirst().fence() + 1);
        assertThat(late).isZero();
        assertThat(counted).isEqualTo(1);
        assertThat(world.count(LATE, run)).isEqualTo(1);
        assertThat(world.count(RESULTS, run)).isEqualTo(1);
    }

    @Test
    void notesWhatANodeGaveUpAfterItsLeaseWasLost() {
        var run = running(1);
        enter(first, second);
        var early = queue().lease(first, 1).getFirst();
        nodes().leave(first);
        reaper().runDue();

        world.get(ItemJournal.class).abandoned(early, first);

        assertThat(world.count(LATE, run)).isEqualTo(1);
        assertThat(store(queue().lease(second, 1), Outcome.PASSED, "second")).isEqualTo(1);
    }

    @Test
    void tellsThatANodeDrains() {
        running(1);
        enter(first);
        nodes().drain(first);

        assertThat(world.get(JdbcClient.class)
                        .sql("select draining from execution.node where id = 'first'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void countsAResultThatArrivesBeforeTheReaperLeasesAgain() {
        var run = running(1);
        enter(first);
        var lease = queue().lease(first, 1);

        assertThat(store(lease, Outcome.PASSED, "first")).isEqualTo(1);
        nodes().leave(first);
        reaper().runDue();

        assertThat(world.count(RESULTS, run)).isEqualTo(1);
        assertThat(queue().lease(second, 1)).isEmpty();
    }

    @Test
    void absorbsAResultThatIsStoredTwice() {
        var run = running(1);
        enter(first);
        var lease = queue().lease(first, 1);

        store(lease, Outcome.PASSED, "first");
        store(lease, Outcome.PASSED, "first");

        assertThat(world.count(RESULTS, run)).isEqualTo(1);
        assertThat(world.get(Runs.class)
                        .find(TestWorld.PROJECT, run.id())
                        .orElseThrow()
                        .counts()
                        .passed())
                .isEqualTo(1);
    }

    @Test
    void leavesALeaseNobodyHoldsToTheReaper() {
        var run = running(2);
        enter(first, second);
        var leases = queue().lease(first, 2);
        var held = Set.of(LostLeases.Held.of(leases.getFirst()));

        var atFirst = lost().look(first, held);
        var again = lost().look(first, held);
        reaper().runDue();
        var freed = queue().lease(second, 2);

        assertThat(atFirst).isZero();
        assertThat(again).isEqualTo(1);
        assertThat(freed)
                .extracting(Lease::seq)
                .containsExactly(leases.getLast().seq());
        assertThat(freed.getFirst().fence()).isEqualTo(leases.getLast().fence() + 1);
        assertThat(store(List.of(leases.getFirst()), Outcome.PASSED, "first")).isEqualTo(1);
        assertThat(store(List.of(leases.getLast()), Outcome.PASSED, "first")).isZero();
        assertThat(world.count(LATE, run)).isEqualTo(1);
    }

    @Test
    void startsATestAgainHoweverManyKillsANightHasButNotForEver() {
        var run = running(1);
        for (var lost = 0; lost < Reaper.MOST_CRASHES; lost++) {
            lose();
            assertThat(world.count(RESULTS, run)).as("results after %s", lost).isZero();
        }

        lose();

        assertThat(world.get(JdbcClient.class)
                        .sql("select outcome || ' ' || reason from execution.item_result where run_id = :run")
                        .param("run", run.id().value())
                        .query(String.class)
                        .single())
                .startsWith("BROKEN ")
                .contains("was lost 13 times");
    }

    /** Leases the one item of the run to a process that then falls silent. */
    private void lose() {
        enter(first);
        assertThat(queue().lease(first, 1)).hasSize(1);
        nodes().leave(first);
        reaper().runDue();
    }

    @Test
    void keepsALeaseThatIsHeldAtEverySecondLook() {
        running(1);
        enter(first);
        var held = Set.of(LostLeases.Held.of(queue().lease(first, 1).getFirst()));

        assertThat(lost().look(first, Set.of())).isZero();
        assertThat(lost().look(first, held)).isZero();
        assertThat(lost().look(first, Set.of())).isZero();
    }

    @Test
    void cancelsARunWhileItBegins() {
        world.with(1, CrashPolicy.RERUN);

        for (var i = 0; i < 20; i++) {
            var run = world.request();
            world.get(Runs.class).cancel(TestWorld.PROJECT, run.id(), TestWorld.TESTER);

            assertThat(world.get(Runs.class).find(TestWorld.PROJECT, run.id()))
                    .hasValueSatisfying(now -> assertThat(now.state()).isEqualTo(RunState.CANCELLED));
        }
    }

    @Test
    void doesNotCountAResultAfterTheRunWasCancelled() {
        var run = running(2);
        enter(first);
        var lease = queue().lease(first, 1);

        world.get(Runs.class).cancel(TestWorld.PROJECT, run.id(), TestWorld.TESTER);

        assertThat(store(lease, Outcome.PASSED, "first")).isZero();
        assertThat(queue().lease(first, 1)).isEmpty();
        assertThat(world.get(Runs.class)
                        .find(TestWorld.PROJECT, run.id())
                        .orElseThrow()
                        .counts()
                        .cancelled())
                .isEqualTo(2);
    }

    @Test
    void endsARunOnceThoughManyTry() throws Exception {
        var run = running(1);
        enter(first);
        store(queue().lease(first, 1), Outcome.PASSED, "first");

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 10)
                    .mapToObj(i ->
                            executor.submit(() -> world.get(RunCloser.class).close(TestWorld.PROJECT, run.id())))
                    .toList();
            var ended = 0;
            for (var one : tries) {
                ended += one.get() ? 1 : 0;
            }

            assertThat(ended).isLessThanOrEqualTo(1);
            assertThat(world.count(
                            "select count(*) from execution.run_event where run_id = :run and kind = 'DONE'", run))
                    .isEqualTo(1);
        }
    }

    private Run running(int tests) {
        world.with(tests, CrashPolicy.RERUN);
        var run = world.request();
        Awaitility.await()
                .until(() -> world.get(Runs.class)
                                .find(TestWorld.PROJECT, run.id())
                                .orElseThrow()
                                .state()
                        == RunState.RUNNING);
        return run;
    }

    private int store(List<Lease> leases, Outcome outcome, String node) {
        var result = ItemResult.unsent(outcome, Instant.now(), "", null);
        var items =
                leases.stream().map(lease -> new FinishedItem(lease, result)).toList();
        return world.get(ItemJournal.class)
                .store(TestWorld.PROJECT, leases.getFirst().run(), items, node);
    }

    private void enter(Node... entering) {
        for (var node : entering) {
            nodes().enter(node, "test");
        }
    }

    private Nodes nodes() {
        return world.get(Nodes.class);
    }

    private ItemQueue queue() {
        return world.get(ItemQueue.class);
    }

    private LostLeases lost() {
        return world.get(LostLeases.class);
    }

    private Reaper reaper() {
        return world.get(Reaper.class);
    }
}
