package dev.interlock.schedule.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.TestRuns;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** When triggers fire, by a clock the test holds. */
class TriggerPumpIT {
    private static final ProjectId PROJECT = new ProjectId(7);
    private static final TriggerKey KEY = new TriggerKey("on-deploy");
    private static final Duration DEBOUNCE = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-05T01:30:00Z"));
    private final TestRuns runs = new TestRuns(now::get);
    private final HikariDataSource database = TestRuns.database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TriggerTable triggers = new TriggerTable(jdbc);
    private final HeardTable heard = new HeardTable(jdbc, now::get);
    private final Ear ear = new Ear(triggers, heard, debounce -> {});
    private final TriggerPump pump = new TriggerPump(
            triggers,
            heard,
            new ReadyLook(jdbc, unused(Readiness.class), unused(Environments.class), ear),
            runs.offered(),
            new DataSourceTransactionManager(database));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void waitsUntilNothingMoreHappens() {
        put(Overlap.QUEUE);
        deployed("1.0");
        pass(20);
        deployed("1.1");
        pass(20);
        assertThat(pump.runDue()).isZero();

        pass(10);

        assertThat(pump.runDue()).isEqualTo(1);
        assertThat(pump.runDue()).isZero();
        assertThat(runs.requested())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.labels().versions()).containsEntry(new ServiceKey("payment"), "1.1"));
    }

    @Test
    void firesUnderAConstantStreamToo() {
        put(Overlap.QUEUE);

        IntStream.rangeClosed(0, 15).forEach(i -> {
            deployed("1." + i);
            pass(20);
            pump.runDue();
        });

        assertThat(runs.requested()).hasSize(1);
    }

    @Test
    void waitsForItsRunToEnd() {
        put(Overlap.QUEUE);
        fire("1.0");

        assertThat(fire("1.1")).isZero();
        runs.endAll();

        assertThat(pump.runDue()).isEqualTo(1);
        assertThat(heard.firings(PROJECT, KEY))
                .hasSize(2)
                .allSatisfy(firing -> assertThat(firing.run()).isNotNull());
    }

    @Test
    void leavesOutWhatComesWhileItsRunIsGoing() {
        put(Overlap.SKIP);
        fire("1.0");

        fire("1.1");

        assertThat(runs.requested()).hasSize(1);
        assertThat(heard.firings(PROJECT, KEY).getFirst().reason()).isEqualTo("RUN-1 of this trigger was still going.");
    }

    @Test
    void replacesARunThatStillGoes() {
        put(Overlap.REPLACE);
        fire("1.0");

        fire("1.1");

        assertThat(runs.going()).containsExactly(false, true);
    }

    @Test
    void keepsTheNewestFiringsOnly() {
        put(Overlap.SKIP);

        IntStream.range(0, 230).forEach(i -> heard.settle(PROJECT, KEY, 1, "news " + i, null, "none"));

        assertThat(heard.firings(PROJECT, KEY)).hasSize(200);
        assertThat(jdbc.sql("select count(*) from schedule.firing")
                        .query(Long.class)
                        .single())
                .isEqualTo(200);
        assertThat(heard.firings(PROJECT, KEY).getFirst().cause()).isEqualTo("news 229");
    }

    @Test
    void firesOnceThoughManyProcessesLookAtOnce() throws Exception {
        put(Overlap.QUEUE);
        deployed("1.0");
        pass(60);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = IntStream.range(0, 8)
                    .mapToObj(i -> executor.submit(pump::runDue))
                    .toList();
            var started = 0;
            for (var look : looks) {
                started += look.get();
            }
            assertThat(started).isEqualTo(1);
        }
    }

    private int fire(String version) {
        deployed(version);
        pass(60);
        return pump.runDue();
    }

    private void deployed(String version) {
        ear.hear(
                PROJECT,
                News.of(TriggerEvent.DEPLOYED, "payment " + version + " deployed to staging")
                        .about("payment", version)
                        .in("staging"));
    }

    private void pass(int seconds) {
        now.updateAndGet(at -> at.plusSeconds(seconds));
    }

    private void put(Overlap overlap) {
        triggers.put(
                PROJECT,
                KEY,
                new TriggerDraft(TriggerEvent.DEPLOYED, TriggerFilter.ALL, null, null, DEBOUNCE, overlap, true),
                "Mara");
    }

    /** A neighbour nothing here may ask. */
    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                }));
    }
}
