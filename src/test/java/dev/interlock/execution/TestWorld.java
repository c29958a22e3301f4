package dev.interlock.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.carry.ItemRunner;
import dev.interlock.execution.queue.WorkerNode;
import dev.interlock.history.Outcome;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.database.TestDatabase;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process of Interlock as far as runs go, on a database that outlives it. */
public final class TestWorld implements AutoCloseable {
    /** The project of every run. */
    public static final ProjectId PROJECT = new ProjectId(1);
    /** Who asks. */
    public static final Actor TESTER = Actor.person("1", "Tess");

    private final ConfigurableApplicationContext context;

    private TestWorld(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A process that carries items out with this runner, or really when it is null. */
    public static TestWorld on(String database, @Nullable ItemRunner runner, String... settings) {
        var application = new SpringApplicationBuilder(TestNeighbours.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=" + TestDatabase.user(),
                        "spring.datasource.password=" + TestDatabase.password(),
                        "db-scheduler.polling-interval=100ms",
                        "interlock.execution.drain=2s",
                        "interlock.execution.poll=20ms",
                        "spring.main.banner-mode=off")
                .properties(settings);
        if (runner != null) {
            application.initializers((ApplicationContextInitializer<GenericApplicationContext>) context ->
                    context.registerBean("double", ItemRunner.class, () -> runner, bean -> bean.setPrimary(true)));
        }
        return new TestWorld(application.run());
    }

    /** What a bean of this type knows. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Test cases {@code test-001} and so on; the setting {@code known.tests} makes them known before anything begins, for
     * a process that meets runs of an earlier one.
     */
    public TestWorld with(int tests, CrashPolicy policy) {
        tests(tests, policy).forEach(this::with);
        return this;
    }

    static Stream<PinnedTest> tests(int tests, CrashPolicy policy) {
        return IntStream.rangeClosed(1, tests)
                .mapToObj(i -> test("test-%03d".formatted(i), TestKind.WORKFLOW, "", policy));
    }

    /** What a runner says of an item that called the service and ended like this. */
    static ItemResult result(Outcome outcome) {
        return new ItemResult(
                outcome,
                Duration.ofMillis(1),
                Instant.now(),
                false,
                null,
                null,
                Set.of(TestNeighbours.ORDERS),
                List.of(),
                ItemNotes.NONE,
                Map.of());
    }

    /** One more test case. */
    public TestWorld with(PinnedTest test) {
        get(TestNeighbours.Knowledge.class).tests.put(test.key(), test);
        return this;
    }

    /** A test case of the service. */
    public static PinnedTest test(String key, TestKind kind, String document, CrashPolicy policy) {
        return new PinnedTest(
                new TestKey(key),
                "Test " + key,
                1,
                kind,
                TestState.READY,
                document,
                "w",
                Map.of("orders", TestNeighbours.ORDERS),
                kind == TestKind.MANUAL ? Map.of() : Map.of(TestNeighbours.ORDERS, List.of("GET /orders")),
                List.of(),
                kind == TestKind.MANUAL ? List.of(new ManualStep("Look", "It is there")) : List.of(),
                policy);
    }

    /** Asks for a run of everything. */
    public Run request() {
        return get(Runs.class).request(PROJECT, anything(), TESTER);
    }

    /** A request for everything. */
    public static RunRequest anything() {
        return RunRequest.of(RunScope.query("")).in(TestNeighbours.STAGING);
    }

    /** The run as soon as it is over. */
    public Run await(Run run) {
        return get(Runs.class).await(PROJECT, run.id(), Duration.ofSeconds(30));
    }

    /** A number from the database. */
    public long count(String sql, Run run) {
        return get(JdbcClient.class)
                .sql(sql)
                .param("run", run.id().value())
                .query(Long.class)
                .single();
    }

    /** Ends the process as if it were killed: nothing is finished, nothing is given back. */
    public void kill() {
        get(WorkerNode.class).die();
        get(Scheduler.class).stop();
    }

    @Override
    public void close() {
        context.close();
    }
}
