package dev.interlock.risk.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.PathShare;
import dev.interlock.history.RunRef;
import dev.interlock.history.TestHistories;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures scoring anew, database included and catalog in memory; writes docs/benchmarks/rescoring.md. */
@EnabledIfSystemProperty(named = "benchmark.folder", matches = ".+")
class RescoringBenchmark {
    private static final int TIMES = 15;
    private static final int WARM_UP = 10;
    private final Random random = new Random(7);
    private final AtomicInteger statements = new AtomicInteger();
    private final DataSource database = pooled(TestHistories.database());
    private final AnnotationConfigApplicationContext context =
            TestLandscape.start(CountedStatements.of(database, statements));
    private final ProjectId project = TestHistories.project();

    @Test
    void measuresScoringAnew() throws IOException {
        TestLandscape.MODEL.set(landscape(100, 600, 300));
        var run = measured(number -> publish(run(number, 300, 1_000)));
        TestLandscape.MODEL.set(landscape(500, 3_000, 5_000));
        publish(run(TIMES + WARM_UP + 2, 5_000, 20_000));
        var deployment = measured(number -> publish(new Deployed(
                project,
                new ServiceKey("s" + (20 + number)),
                "1." + number,
                TestHistories.STAGING,
                TestHistories.at(30 + number),
                false)));
        var board = context.getBean(RiskBoard.class);
        var all = measured(_ -> board.all(project));
        var text = String.format(
                Locale.ROOT,
                """
                # Scoring anew: measured

                Written by `mvn -q -Dquick test -Dtest=RescoringBenchmark -Dbenchmark.folder=docs/benchmarks`. Medians of %d
                after %d to warm up, from the news to the end of its transaction: learning, scoring, storing; embedded
                PostgreSQL through a pool, catalog in memory. The processor's time is that of the thread that does it, so that other work
                on the machine counts less, and that of the one process of the database that serves it: their sum is what it
                takes on an idle machine, disks aside. Meanwhile %.1f programs wanted one of
                the %d processors.

                | what | wall ms | processor ms | of the database | statements |
                | --- | --- | --- | --- | --- |
                | after a run of 1,000 tests over 300 paths, all results in one transaction | %s |
                | after a deployment in 500 services, 3,000 integrations, 5,000 paths, 20,000 tests | %s |
                | the scores of all 5,000 paths, as a plan for a change asks for them | %s |
                """,
                TIMES,
                WARM_UP,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(),
                run,
                deployment,
                all);
        Files.writeString(Path.of(System.getProperty("benchmark.folder")).resolve("rescoring.md"), text);
        context.close();
        assertThat(run.wall()).isLessThan(1_000);
        assertThat(deployment.wall()).isLessThan(1_000);
    }

    /** As in the product: a connection is not made anew for each transaction, and prepares its statements once. */
    private static DataSource pooled(DataSource database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private interface Numbered {
        void accept(int number);
    }

    private record Cost(double wall, double processor, double database, long statements) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f | %.0f | %.0f | %d", wall, processor, database, statements);
        }
    }

    private Cost measured(Numbered work) {
        for (var i = 0; i < WARM_UP; i++) {
            work.accept(i + 1);
        }
        var wall = new double[TIMES];
        var processor = new double[TIMES];
        var threads = ManagementFactory.getThreadMXBean();
        statements.set(0);
        CountedStatements.restart();
        var ticks = databaseTicks();
        for (var i = 0; i < TIMES; i++) {
            var start = System.nanoTime();
            var busy = threads.getCurrentThreadCpuTime();
            work.accept(WARM_UP + i + 1);
            wall[i] = (System.nanoTime() - start) / 1e6;
            processor[i] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
        }
        CountedStatements.slowest(TIMES, 8).forEach(System.out::println);
        Arrays.sort(wall);
        Arrays.sort(processor);
        var count = statements.get() / TIMES;
        var database = 10.0 * (databaseTicks() - ticks) / TIMES;
        return new Cost(wall[TIMES / 2], processor[TIMES / 2], database, count);
    }

    /** Hundredths of a second the one process of the database that serves us has worked; 0 where the system does not tell. */
    private long databaseTicks() {
        var pid = JdbcClient.create(database)
                .sql("select pg_backend_pid()")
                .query(Long.class)
                .single();
        var stat = Path.of("/proc/" + pid + "/stat");
        try {
            var fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            return 0;
        }
    }

    private void publish(Object news) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> context.publishEvent(news));
    }

    private OutcomesRecorded run(int number, int paths, int tests) {
        RunRef run = TestHistories.run(number, "1");
        var items = IntStream.range(0, tests)
                .mapToObj(i -> item(run, i, TestLandscape.MODEL.get().paths().get(i % paths)))
                .toList();
        return new OutcomesRecorded(project, run, items);
    }

    private ItemOutcome item(RunRef run, int seq, IntegrationPath path) {
        var hops = IntStream.range(0, path.hops().size()).boxed().collect(Collectors.toSet());
        var outcome = random.nextInt(100) == 0 ? Outcome.FAILED : Outcome.PASSED;
        return TestHistories.item(run, seq, "t" + seq, outcome)
                .over(List.of(new PathShare(path.key(), 1, hops)), Set.copyOf(path.services()));
    }

    private TestLandscape.Model landscape(int services, int hops, int paths) {
        var all = IntStream.range(0, services)
                .mapToObj(i -> new Service(
                        new ServiceKey("s" + i),
                        "S" + i,
                        i % 10 == 9 ? ServiceKind.THIRD_PARTY : ServiceKind.INTERNAL,
                        "team" + i / 10,
                        1 + random.nextInt(5),
                        "",
                        List.of(),
                        1))
                .toList();
        var out = hops / services;
        var chains = IntStream.range(0, paths)
                .mapToObj(i -> TestLandscape.path("p" + i, chain(services, out)))
                .toList();
        return new TestLandscape.Model(all, chains, List.of());
    }

    /** Each service calls the same few others. */
    private List<Hop> chain(int services, int out) {
        var chain = new ArrayList<Hop>();
        var at = random.nextInt(services / 2);
        while (chain.size() < 5 && at < services - 1 && (chain.isEmpty() || random.nextInt(4) > 0)) {
            var next = Math.min(services - 1, at + 1 + (at * 7 + random.nextInt(out) * 13) % (services / 4));
            chain.add(Hop.sync(new ServiceKey("s" + at), new ServiceKey("s" + next)));
            at = next;
        }
        return chain;
    }
}
