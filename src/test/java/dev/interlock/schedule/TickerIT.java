package dev.interlock.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.plan.PlanKey;
import dev.interlock.platform.ProjectId;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Every fire time starts one run, or says why it started none. */
class TickerIT {
    private static final ProjectId PROJECT = new ProjectId(7);
    private static final ScheduleKey KEY = new ScheduleKey("nightly");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-05T01:30:00Z"));
    private final TestRuns runs = new TestRuns(now::get);
    private final HikariDataSource database = TestRuns.database();
    private final ScheduleTable table = new ScheduleTable(JdbcClient.create(database), now::get);
    private final Ticker ticker =
            new Ticker(table, runs.offered(), new DataSourceTransactionManager(database), now::get);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsOneRunForAFireTimeHoweverOftenItLooks() {
        put(Overlap.SKIP, Missed.RUN_ONCE);

        assertThat(ticker.runDue()).isZero();
        at("2026-05-05T02:00:01Z");
        assertThat(ticker.runDue()).isEqualTo(1);
        assertThat(ticker.runDue()).isZero();

        assertThat(runs.fireTimes()).containsExactly(Instant.parse("2026-05-05T02:00:00Z"));
        assertThat(schedule().nextFireAt()).isEqualTo(Instant.parse("2026-05-06T02:00:00Z"));
    }

    @Test
    void settlesEveryFireTimeOfAnOutage() {
        put(Overlap.SKIP, Missed.RUN_ONCE);

        at("2026-05-08T09:00:00Z");
        ticker.runDue();

        assertThat(runs.fireTimes()).containsExactly(Instant.parse("2026-05-08T02:00:00Z"));
        assertThat(table.fired(PROJECT, KEY)).hasSize(4);
        assertThat(table.fired(PROJECT, KEY))
                .filteredOn(fired -> fired.run() == null)
                .hasSize(3)
                .allSatisfy(fired -> assertThat(fired.reason()).isNotBlank());
    }

    @Test
    void leavesOutWhatWouldOverlap() {
        put(Overlap.SKIP, Missed.RUN_ONCE);
        at("2026-05-05T02:00:00Z");
        ticker.runDue();

        at("2026-05-06T02:00:00Z");
        ticker.runDue();

        assertThat(runs.fireTimes()).hasSize(1);
        assertThat(table.fired(PROJECT, KEY).getFirst().reason()).contains("still going");
    }

    @Test
    void startsAQueuedOneWhenTheLastHasEnded() {
        put(Overlap.QUEUE, Missed.RUN_ONCE);
        at("2026-05-05T02:00:00Z");
        ticker.runDue();
        at("2026-05-06T02:00:00Z");
        assertThat(ticker.runDue()).isZero();

        runs.endAll();
        at("2026-05-06T05:00:00Z");

        assertThat(ticker.runDue()).isEqualTo(1);
        assertThat(runs.fireTimes()).last().isEqualTo(Instant.parse("2026-05-06T02:00:00Z"));
    }

    @Test
    void replacesARunThatStillGoes() {
        put(Overlap.REPLACE, Missed.RUN_ONCE);
        at("2026-05-05T02:00:00Z");
        ticker.runDue();

        at("2026-05-06T02:00:00Z");
        ticker.runDue();

        assertThat(runs.fireTimes()).hasSize(2);
        assertThat(runs.going()).containsExactly(false, true);
    }

    @Test
    void makesUpForOneAtATimeWhenRunsMayNotOverlap() {
        put(Overlap.SKIP, Missed.RUN_ALL);

        at("2026-05-08T02:00:01Z");
        ticker.runDue();

        assertThat(runs.fireTimes()).containsExactly(Instant.parse("2026-05-05T02:00:00Z"));
        assertThat(table.fired(PROJECT, KEY)).hasSize(4);
        assertThat(table.fired(PROJECT, KEY))
                .filteredOn(fired -> fired.run() == null)
                .hasSize(3)
                .allSatisfy(fired -> assertThat(fired.reason()).contains("still going"));
    }

    @Test
    void lastsWhenItsNextTimeCannotBeWorkedOut() {
        put(Overlap.SKIP, Missed.RUN_ONCE);
        var endless = new Ticker(
                table,
                runs.offered(),
                new DataSourceTransactionManager(database),
                now::get,
                schedule -> TestRuns.endless());
        at("2026-05-05T02:00:01Z");

        assertThat(endless.runDue()).isZero();
        assertThat(schedule().nextFireAt()).isEqualTo(Instant.parse("2026-05-05T02:00:00Z"));
        assertThat(schedule().lastNote()).contains("within a second");
        assertThat(ticker.runDue()).isEqualTo(1);
    }

    @Test
    void startsOneRunThoughManyProcessesLookAtOnce() throws Exception {
        put(Overlap.SKIP, Missed.RUN_ONCE);
        at("2026-05-05T02:00:00Z");

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = IntStream.range(0, 8)
                    .mapToObj(i -> executor.submit(ticker::runDue))
                    .toList();
            var started = 0;
            for (var look : looks) {
                started += look.get();
            }
            assertThat(started).isEqualTo(1);
        }
    }

    @Test
    void startsFiveHundredOfOneMinuteOnceEachAcrossARestart() throws Exception {
        for (var number = 0; number < 500; number++) {
            table.put(
                    PROJECT,
                    new ScheduleKey("nightly-" + number),
                    draft(),
                    Instant.parse("2026-05-05T02:00:00Z"),
                    "Mara");
        }
        at("2026-05-05T02:00:00Z");

        assertThat(ticker.runDue()).isBetween(1, 499);
        var restarted = new Ticker(table, runs.offered(), new DataSourceTransactionManager(database), now::get);
        var neighbour = new Ticker(table, runs.offered(), new DataSourceTransactionManager(database), now::get);
        at("2026-05-05T02:00:30Z");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = Stream.of(restarted, neighbour)
                    .map(one -> executor.submit(() -> untilNothingIsDue(one)))
                    .toList();
            for (var look : looks) {
                look.get();
            }
        }
        untilNothingIsDue(restarted);

        assertThat(runs.requested())
                .extracting(request -> request.origin().schedule())
                .doesNotHaveDuplicates()
                .hasSize(500);
        assertThat(runs.fireTimes()).containsOnly(Instant.parse("2026-05-05T02:00:00Z"));
        assertThat(table.fired(PROJECT, new ScheduleKey("nightly-499"))).hasSize(1);
    }

    private static ScheduleDraft draft() {
        return new ScheduleDraft(new PlanKey("nightly"), "0 2 * * *", "UTC", Overlap.SKIP, Missed.RUN_ONCE, true);
    }

    private static int untilNothingIsDue(Ticker one) {
        var started = 0;
        for (var more = one.runDue(); more > 0; more = one.runDue()) {
            started += more;
        }
        return started;
    }

    private void at(String time) {
        now.set(Instant.parse(time));
    }

    private Schedule schedule() {
        return table.find(PROJECT, KEY).orElseThrow();
    }

    private void put(Overlap overlap, Missed missed) {
        var draft = new ScheduleDraft(new PlanKey("nightly"), "0 2 * * *", "UTC", overlap, missed, true);
        table.put(PROJECT, KEY, draft, Instant.parse("2026-05-05T02:00:00Z"), "Mara");
    }
}
