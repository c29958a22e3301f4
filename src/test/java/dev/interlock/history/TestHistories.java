package dev.interlock.history;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs and outcomes for tests, and a migrated database to keep them in. */
public final class TestHistories {
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    public static final LocalDate MONTH = LocalDate.parse("2026-11-01");
    public static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final AtomicLong PROJECTS = new AtomicLong();

    private TestHistories() {}

    public static DataSource database() {
        var source =
                new DriverManagerDataSource(TestDatabase.newDatabase(), TestDatabase.user(), TestDatabase.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    public static ProjectId project() {
        return new ProjectId(PROJECTS.incrementAndGet());
    }

    /** A main run that is evidence, an hour after the one before, with this version of payment. */
    public static RunRef run(long number, String paymentVersion) {
        return new RunRef(
                new RunId(UUID.randomUUID()),
                number,
                MONTH,
                Purpose.MAIN,
                "main",
                STAGING,
                true,
                null,
                Map.of(new ServiceKey("orders"), "1", new ServiceKey("payment"), paymentVersion),
                at(number));
    }

    public static Instant at(long number) {
        return NOW.plus(Duration.ofHours(number));
    }

    /** An outcome over the path "pay", which travels from orders to payment. */
    public static ItemOutcome item(RunRef run, int seq, String test, Outcome outcome) {
        var item = ItemOutcome.of(
                        seq,
                        test,
                        outcome,
                        Duration.ofMillis(100L + seq),
                        run.startedAt().plusSeconds(seq))
                .over(
                        List.of(new PathShare(new PathKey("pay"), 1, Set.of(0))),
                        Set.of(new ServiceKey("orders"), new ServiceKey("payment")));
        var revised = item.revised(1);
        return outcome.isFault() ? revised.failing(failure("expected 201 but was " + (500 + seq))) : revised;
    }

    public static Failure failure(String sentence) {
        return failure(sentence, "orders", "payment");
    }

    /** A failure that a trace puts down to the hop of these services. */
    public static Failure failure(String sentence, String consumer, String provider) {
        var blame = new Blame(new ServiceKey(consumer), new ServiceKey(provider), HowKnown.TRACE, "payment failed");
        return new Failure(sentence, CauseClass.ASSERTION, blame, "pay");
    }

    /** A service that could not be reached. */
    public static Failure unreached(String sentence) {
        var blame = new Blame(new ServiceKey("orders"), new ServiceKey("payment"), HowKnown.TRACE, sentence);
        return new Failure(sentence, CauseClass.CONNECT, blame, "pay");
    }
}
