package dev.interlock.schedule;

import com.cronutils.model.time.ExecutionTime;
import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.execution.Counts;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunState;
import dev.interlock.execution.Runs;
import dev.interlock.history.Purpose;
import dev.interlock.platform.Actor;
import dev.interlock.platform.RunId;
import dev.interlock.platform.database.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;

/** Runs that go on until the test says that they are over. */
public final class TestRuns {
    private final Map<RunId, Boolean> open = new LinkedHashMap<>();
    private final List<RunRequest> requested = new ArrayList<>();
    private final InstantSource clock;

    /** No run yet. */
    public TestRuns(InstantSource clock) {
        this.clock = clock;
    }

    /** A new database with every table. */
    public static HikariDataSource database() {
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

    /** A timetable that works without end, and does not listen. */
    static Timetable endless() {
        var times = (ExecutionTime) Proxy.newProxyInstance(
                ExecutionTime.class.getClassLoader(),
                new Class<?>[] {ExecutionTime.class},
                (proxy, method, arguments) -> {
                    LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                    return Optional.empty();
                });
        return new Timetable(times, ZoneOffset.UTC, false);
    }

    /** What was asked for, in order. */
    public List<RunRequest> requested() {
        return requested;
    }

    /** The fire times asked for, in order. */
    public List<Instant> fireTimes() {
        return requested.stream().map(request -> request.origin().fireAt()).toList();
    }

    /** Whether each run is going, in order. */
    public Collection<Boolean> going() {
        return open.values();
    }

    /** Ends every run. */
    public void endAll() {
        open.replaceAll((run, going) -> false);
    }

    /** As the module under test sees it. */
    public Runs offered() {
        return (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "request" -> {
                            return request((RunRequest) arguments[1]);
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

    private synchronized Run request(RunRequest request) {
        var id = new RunId(UUID.randomUUID());
        open.put(id, true);
        requested.add(request);
        return run(id);
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
                Actor.person("1", "Mara"),
                "schedule",
                clock.instant(),
                null,
                going ? null : clock.instant(),
                Duration.ZERO,
                1,
                "",
                null,
                0);
    }
}
