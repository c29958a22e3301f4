package dev.interlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.catalog.Versions;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.PathHistory;
import dev.interlock.history.Problems;
import dev.interlock.history.Quarantines;
import dev.interlock.history.ResultLog;
import dev.interlock.history.Retentions;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.outbound.Opening;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.plan.Plans;
import dev.interlock.plan.SelectedTest;
import dev.interlock.plan.Selection;
import dev.interlock.plan.Selections;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.Shares;
import dev.interlock.risk.StateShare;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Secrets;
import dev.interlock.stub.Stub;
import dev.interlock.stub.StubAnswer;
import dev.interlock.stub.Stubs;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands in for the modules execution uses: a project with some test cases and one environment. Carries no annotation the
 * scan of the whole application would find.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    DbSchedulerAutoConfiguration.class
})
@ComponentScan(
        basePackages = {"dev.interlock.execution", "dev.interlock.outbound"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|IT|TestNeighbours).*"))
public class TestNeighbours {
    /** The environment of every run. */
    public static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    /** The only service. */
    public static final ServiceKey ORDERS = new ServiceKey("orders");

    /** What the neighbours know; tests change it. */
    public static final class Knowledge {
        /** Test cases by key, in the order in which they are chosen. */
        public final Map<TestKey, PinnedTest> tests = new ConcurrentSkipListMap<>();
        /** Every outcome handed to history. */
        public final List<ItemOutcome> history = new CopyOnWriteArrayList<>();
        /** Address of the service. */
        public volatile String baseUrl = "http://127.0.0.1:1";
        /** Most items that may call the service at the same time. */
        public volatile int cap = 50;
        /** Why the service cannot be reached, empty when it can. */
        public volatile String unreachable = "";
        /** The interface of the service. */
        public volatile @Nullable OpenApiDocument document;
        /** Where the service says its version, empty when nowhere. */
        public volatile String probe = "";
        /** Services a stand-in answers for. */
        public volatile List<Stub> stubs = List.of();
        /** Secrets of the environment. */
        public volatile Map<String, String> secrets = Map.of();
    }

    @Bean
    Knowledge knowledge(@Value("${known.tests:0}") int tests) {
        var known = new Knowledge();
        TestWorld.tests(tests, CrashPolicy.RERUN).forEach(test -> known.tests.put(test.key(), test));
        return known;
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Environments environments(Knowledge known) {
        return Doubles.of(
                Environments.class,
                Map.of(
                        "find", arguments -> Optional.of(environment(known)),
                        "policy",
                                arguments -> new OutboundPolicy(
                                        "staging", List.of(new Opening("127.0.0.0/8", "*")), true, 1),
                        "check",
                                arguments -> List.of(new TargetCheck(
                                        ORDERS,
                                        known.unreachable.isEmpty(),
                                        200,
                                        known.unreachable,
                                        null,
                                        null,
                                        Duration.ofMillis(1),
                                        Instant.now()))));
    }

    private static Environment environment(Knowledge known) {
        return new Environment(
                STAGING,
                "Staging",
                Map.of(ORDERS, new Target(known.baseUrl, known.cap, "", known.probe)),
                Map.of(),
                Map.of(),
                false,
                true,
                List.of(),
                1);
    }

    @Bean
    TestCases testCases(Knowledge known) {
        return Doubles.of(
                TestCases.class,
                Map.of(
                        "find",
                                arguments -> Optional.ofNullable(known.tests.get((TestKey) arguments[1]))
                                        .map(test -> Doubles.any()),
                        "pin",
                                arguments -> ((List<?>) arguments[1])
                                        .stream()
                                                .map(known.tests::get)
                                                .filter(Objects::nonNull)
                                                .toList()));
    }

    @Bean
    Selections selections(Knowledge known) {
        return Doubles.of(Selections.class, Map.of("preview", arguments -> selection(known)));
    }

    private static Selection selection(Knowledge known) {
        var rank = new AtomicInteger();
        var tests = known.tests.keySet().stream()
                .map(key -> new SelectedTest(
                        key,
                        rank.incrementAndGet(),
                        "in scope",
                        1,
                        .1,
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        false,
                        true,
                        List.of()))
                .toList();
        return new Selection(
                tests,
                List.of(),
                100,
                0,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                List.of(),
                null,
                List.of(),
                null,
                0,
                0);
    }

    @Bean
    ResultLog resultLog(Knowledge known) {
        return (project, run, outcomes) -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            var copy = List.copyOf(outcomes);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    known.history.addAll(copy);
                }
            });
        };
    }

    @Bean
    Retentions retentions() {
        return Doubles.of(Retentions.class, Map.of("all", arguments -> Map.of()));
    }

    @Bean
    RiskBoard riskBoard() {
        var none = new StateShare(0, 0, 0);
        return Doubles.of(RiskBoard.class, Map.of("shares", arguments -> new Shares(none, none, none, none, 0, 0)));
    }

    @Bean
    Interfaces interfaces(Knowledge known) {
        return Doubles.of(
                Interfaces.class,
                Map.of(
                        "current",
                                arguments -> known.document == null
                                        ? Optional.empty()
                                        : Optional.of(new InterfaceRevision(
                                                1,
                                                ORDERS,
                                                "default",
                                                1,
                                                "3.1.0",
                                                "Orders",
                                                Instant.now(),
                                                "test",
                                                1,
                                                0)),
                        "documentOf", arguments -> Optional.ofNullable(known.document)));
    }

    @Bean
    Stubs stubs(Knowledge known) {
        return Doubles.of(
                Stubs.class,
                Map.of(
                        "of", arguments -> known.stubs,
                        "answer",
                                arguments -> new StubAnswer(
                                        200,
                                        "application/json",
                                        "{\"id\":\"42\",\"total\":12.5}",
                                        "GET /orders/{id}")));
    }

    @Bean
    Secrets secrets(Knowledge known) {
        return Doubles.of(Secrets.class, Map.of("revealAll", arguments -> known.secrets));
    }

    @Bean
    static BeanFactoryPostProcessor quietNeighbours() {
        return factory -> List.of(
                        Identities.class,
                        Versions.class,
                        Paths.class,
                        Services.class,
                        Coverages.class,
                        Suites.class,
                        Plans.class,
                        Problems.class,
                        Quarantines.class,
                        PathHistory.class,
                        AuditLog.class)
                .forEach(type -> factory.registerSingleton(type.getSimpleName(), Doubles.of(type, Map.of())));
    }
}
