package dev.interlock.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.execution.Counts;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunState;
import dev.interlock.execution.Runs;
import dev.interlock.history.Purpose;
import dev.interlock.plan.PlanKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.database.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Every fire time starts one run, or says why it started none. */
class TickerIT {
    private static final ProjectId PROJECT = new ProjectId(7);
    private static final ScheduleKey KEY = new ScheduleKey("nightly");
    private static final Actor MANAGER = Actor.person("1", "Mara");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-05T01:30:00Z"));
    private final Map<RunId, Boolean> open = new LinkedHashMap<>();
    private final List<Instant> requested = new ArrayList<>();
    private final HikariDataSource database = database();
    private final ScheduleTable table = new ScheduleTable(JdbcClient.create(database), now::get);
    private final Ticker ticker = new Ticker(table, runs(), new DataSourceTransactionManager(database), now::get);

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

        assertThat(requested).containsExactly(Instant.parse("2026-05-05T02:00:00Z"));
        assertThat(schedule().nextFireAt()).isEqualTo(Instant.parse("2026-05-06T02:00:00Z"));
    }

    @Test
    void settlesEveryFireTimeOfAnOutage() {
        put(Overlap.SKIP, Missed.RUN_ONCE);

        at("2026-05-08T09:00:00Z");
        ticker.runDue();

        assertThat(requested).containsExactly(Instant.parse("2026-05-08T02:00:00Z"));
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

        assertThat(requested).hasSize(1);
        assertThat(table.fired(PROJECT, KEY).getFirst().reason()).contains("still going");
    }

    @Test
    void startsAQueuedOneWhenTheLastHasEnded() {
        put(Overlap.QUEUE, Missed.RUN_ONCE);
        at("2026-05-05T02:00:00Z");
        ticker.runDue();
        at("2026-05-06T02:00:00Z");
        assertThat(ticker.runDue()).isZero();

        open.replaceAll((run, going) -> false);
        at("2026-05-06T05:00:00Z");

        assertThat(ticker.runDue()).isEqualTo(1);
        assertThat(requested).last().isEqualTo(Instant.parse("2026-05-06T02:00:00Z"));
    }

    @Test
    void replacesARunThatStillGoes() {
        put(Overlap.REPLACE, Missed.RUN_ONCE);
        at("2026-05-05T02:00:00Z");
        ticker.runDue();

        at("2026-05-06T02:00:00Z");
        ticker.runDue();

        assertThat(requested).hasSize(2);
        assertThat(open.values()).containsExactly(false, true);
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

    /** Runs that are over when the test says so. */
    private Runs runs() {
        return (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "request" -> {
                            synchronized (open) {
                                var id = new RunId(UUID.randomUUID());
                                open.put(id, true);
                                requested.add(
                                        ((RunRequest) arguments[1]).origin().fireAt());
                                return run(id);
                            }
                        }
                        case "find" -> {
                            return Optional.of(run((RunId) arguments[1]));
                        }
                        case "cancel" -> {
                            open.put((RunId) arguments[1], false);
                            return run((RunId) arguments[1]);
                        }
                        default -> throw new AssertionError(method);
                    }
                });
    }

    private Run run(RunId id) {
        var going = open.getOrDefault(id, false);
        return new Run(
                id,
                1,
                LocalDate.of(2026, 5, 1),
                going ? RunState.RUNNING : RunState.FINISHED,
                null,
                Counts.NONE,
                null,
                null,
                Map.of(),
                null,
                true,
                Purpose.MAIN,
                "main",
                "",
                null,
                MANAGER,
                "schedule",
                now.get(),
                null,
                going ? null : now.get(),
                Duration.ZERO,
                1,
                "",
                null,
                0);
    }

    private static HikariDataSource database() {
        var source = new HikariDataSource();
        source.setJdbcUrl(TestDatabase.newDatabase());
        source.setUsername(TestDatabase.user());
        source.setPassword(TestDatabase.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }
}
