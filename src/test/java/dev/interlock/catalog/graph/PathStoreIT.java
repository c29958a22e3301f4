package dev.interlock.catalog.graph;

import static dev.interlock.catalog.TestCatalog.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.CatalogTest;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.Requirements;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.TestCatalog;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.PlatformProblem;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProblemType;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.ProjectDeleted;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

@CatalogTest
class PathStoreIT {
    private static final PathKey PAY = PathKey.of("pay");

    @Autowired
    ApplicationEventPublisher news;

    @Autowired
    Paths paths;

    @Autowired
    Services services;

    @Autowired
    Integrations integrations;

    @Autowired
    Requirements requirements;

    @Autowired
    TransactionOperations transactions;

    private final ProjectId project = TestCatalog.newProject();

    @BeforeEach
    void register() {
        keys("web", "orders", "payment", "bank")
                .forEach(key -> services.put(project, ServiceDraft.of(key, ServiceKind.INTERNAL), IfMatch.none(), ANA));
    }

    @Test
    void storesAChainAndDeclaresItsIntegrations() {
        var path = paths.put(project, chain("web", "orders", "payment"), IfMatch.none(), ANA);

        assertThat(path.name()).isEqualTo("web → orders → payment");
        assertThat(path.hops()).extracting(Hop::edge).containsExactly("web -> orders", "orders -> payment");
        assertThat(integrations.all(project)).hasSize(2);
        assertThat(paths.find(project, PAY)).contains(path);
        assertThat(paths.through(project, ServiceKey.of("orders"))).containsExactly(path);
        assertThat(paths.through(project, ServiceKey.of("bank"))).isEmpty();
    }

    @Test
    void namesEveryUnknownService() {
        assertThatThrownBy(() -> paths.put(project, chain("web", "ordrs", "bnak"), IfMatch.none(), ANA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CatalogProblem.PATH_IS_INVALID);
                    assertThat(problem.detail()).contains("2 of 3 services are unknown: ordrs, bnak");
                });
    }

    @Test
    void asksForTheVersionSeen() {
        var first = paths.put(project, chain("web", "orders"), IfMatch.none(), ANA);
        var second = paths.put(project, chain("web", "payment"), IfMatch.version(first.version()), ANA);

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(paths.through(project, ServiceKey.of("orders"))).isEmpty();
        assertRefused(
                () -> paths.put(project, chain("web", "bank"), IfMatch.none(), ANA),
                PlatformProblem.VERSION_IS_MISSING);
        assertRefused(
                () -> paths.delete(project, PAY, IfMatch.version(first.version()), ANA),
                PlatformProblem.VERSION_IS_STALE);
        paths.delete(project, PAY, IfMatch.any(), ANA);
        assertThat(paths.all(project)).isEmpty();
    }

    @Test
    void listsWhatHoldsNowThoughPathsAreKept() {
        paths.put(project, chain("web", "orders"), IfMatch.none(), ANA);
        var before = paths.all(project);
        var changed = paths.put(project, chain("web", "payment"), IfMatch.any(), ANA);

        assertThat(paths.all(project)).containsExactly(changed).isNotEqualTo(before);

        paths.delete(project, PAY, IfMatch.any(), ANA);
        var again = paths.put(project, chain("web", "bank"), IfMatch.none(), ANA);
        assertThat(paths.all(project)).containsExactly(again);
    }

    @Test
    void forgetsWhatWasRolledBack() {
        var before = paths.put(project, chain("web", "orders"), IfMatch.none(), ANA);

        transactions.executeWithoutResult(status -> {
            var changed = paths.put(project, chain("web", "payment"), IfMatch.any(), ANA);
            assertThat(paths.all(project)).containsExactly(changed);
            status.setRollbackOnly();
        });

        assertThat(paths.all(project)).containsExactly(before);
    }

    @Test
    void keepsServicesAndIntegrationsThatAPathTravels() {
        paths.put(project, chain("web", "orders"), IfMatch.none(), ANA);

        assertRefused(
                () -> services.delete(project, ServiceKey.of("orders"), IfMatch.any(), ANA),
                CatalogProblem.SERVICE_IS_IN_USE);
        assertRefused(
                () -> integrations.delete(project, ServiceKey.of("web"), ServiceKey.of("orders"), IfMatch.any(), ANA),
                CatalogProblem.INTEGRATION_IS_IN_USE);
        services.delete(project, ServiceKey.of("bank"), IfMatch.any(), ANA);
        assertThat(services.find(project, ServiceKey.of("bank"))).isEmpty();
    }

    @Test
    void learnsOperationsWithoutForgettingAny() {
        var web = ServiceKey.of("web");
        var orders = ServiceKey.of("orders");
        integrations.put(project, IntegrationDraft.http(web, orders, "GET /orders"), IfMatch.none(), ANA);
        var seen = new IntegrationDraft(
                web, orders, List.of(new ProtocolUse("HTTP", List.of("POST /orders"))), "", Set.of(Known.TRACE));

        var learned = integrations.learn(project, seen, ANA);
        var again = integrations.learn(project, seen, ANA);

        assertThat(learned.protocols())
                .containsExactly(new ProtocolUse("HTTP", List.of("GET /orders", "POST /orders")));
        assertThat(learned.known()).containsExactlyInAnyOrder(Known.DECLARED, Known.TRACE);
        assertThat(again.version()).isEqualTo(learned.version());
    }

    @Test
    void proposesWhatIsNotModelledYet() {
        List.of(List.of("web", "orders"), List.of("orders", "payment"), List.of("payment", "bank"))
                .forEach(edge -> integrations.put(
                        project,
                        IntegrationDraft.http(ServiceKey.of(edge.get(0)), ServiceKey.of(edge.get(1))),
                        IfMatch.none(),
                        ANA));

        var proposals = paths.propose(project, 50);
        paths.put(project, proposals.getFirst().draft(), IfMatch.none(), ANA);

        assertThat(proposals).hasSize(1);
        assertThat(paths.all(project))
                .extracting(IntegrationPath::name)
                .containsExactly("web → orders → payment → bank");
        assertThat(paths.propose(project, 50)).isEmpty();
    }

    @Test
    void seesNothingOfAnotherProject() {
        paths.put(project, chain("web", "orders"), IfMatch.none(), ANA);
        var other = TestCatalog.newProject();

        assertThat(paths.all(other)).isEmpty();
        assertThat(paths.find(other, PAY)).isEmpty();
        assertThat(services.all(other)).isEmpty();
        assertThat(integrations.all(other)).extracting(Integration::consumer).isEmpty();
    }

    @Test
    void takesItsRowsAlongWhenTheProjectGoes() {
        paths.put(project, chain("web", "orders"), IfMatch.none(), ANA);
        requirements.put(project, new Requirement("PAY-1", "https://tracker.example/PAY-1", "Pay", 4), ANA);

        news.publishEvent(new ProjectDeleted(project, "gone"));

        assertThat(paths.all(project)).isEmpty();
        assertThat(services.all(project)).isEmpty();
        assertThat(requirements.all(project)).isEmpty();
    }

    private static void assertRefused(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static PathDraft chain(String... services) {
        return PathDraft.chain(PAY, "", keys(services));
    }

    private static List<ServiceKey> keys(String... keys) {
        return Arrays.stream(keys).map(ServiceKey::of).toList();
    }
}
