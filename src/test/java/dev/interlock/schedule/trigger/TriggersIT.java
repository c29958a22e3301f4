package dev.interlock.schedule.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.DeploymentReport;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReport;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.Run;
import dev.interlock.execution.Runs;
import dev.interlock.plan.PlanKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Firing;
import dev.interlock.schedule.HookCall;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What CI reports starts runs, once, with every version it told; what does not start one says why. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TriggersIT {
    private static final Actor ANA = Actor.system("test");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final TriggerKey KEY = new TriggerKey("on-deploy");
    private static final ServiceKey ORDERS = new ServiceKey("orders");
    private static final ServiceKey PAYMENT = new ServiceKey("payment");

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Services services;

    @Autowired
    Paths paths;

    @Autowired
    Environments environments;

    @Autowired
    TestCases tests;

    @Autowired
    Versions versions;

    @Autowired
    Triggers triggers;

    @Autowired
    Runs runs;

    private Project shop;
    private ProjectId project;

    @BeforeEach
    void furnish() {
        shop = projects.create("t" + UUID.randomUUID(), "Triggers", ANA);
        project = shop.id();
        for (var key : List.of(ORDERS, PAYMENT)) {
            services.put(project, ServiceDraft.of(key, ServiceKind.INTERNAL), IfMatch.none(), ANA);
        }
        var checkout = PathKey.of("checkout");
        paths.put(project, PathDraft.chain(checkout, "Checkout", List.of(ORDERS, PAYMENT)), IfMatch.none(), ANA);
        environments.put(
                project,
                new EnvironmentDraft(STAGING, "Staging", Map.of(), Map.of(), Map.of(), false, true),
                IfMatch.none(),
                ANA);
        var manual = TestCaseDraft.manual("Pay by hand", List.of(new ManualStep("Order a book and pay", "It is paid")));
        tests.put(project, new TestKey("pay"), manual.covering(List.of(checkout)), IfMatch.none(), ANA);
    }

    @Test
    void startsTheTestsOfWhatWasDeployed() {
        put(TriggerEvent.DEPLOYED, TriggerFilter.ALL, Duration.ZERO, Overlap.QUEUE);

        deploy(PAYMENT, "2.4.1");

        var run = onlyRun();
        assertThat(run.versions()).containsEntry(PAYMENT, "2.4.1");
        assertThat(run.environment()).isEqualTo(STAGING);
        assertThat(run.note()).isEqualTo("Trigger on-deploy: payment 2.4.1 deployed to staging");
        assertThat(firings().getFirst().run()).isEqualTo(run.id());
    }

    @Test
    void startsOneRunWithAllVersionsOfManyDeployments() {
        put(TriggerEvent.DEPLOYED, TriggerFilter.ALL, Duration.ofSeconds(2), Overlap.QUEUE);

        IntStream.range(0, 10).forEach(i -> {
            deploy(ORDERS, "1." + i);
            deploy(PAYMENT, "2." + i);
        });

        var run = onlyRun();
        assertThat(run.versions()).containsEntry(ORDERS, "1.9").containsEntry(PAYMENT, "2.9");
        assertThat(firings()).singleElement().satisfies(firing -> {
            assertThat(firing.news()).isEqualTo(20);
            assertThat(firing.cause()).endsWith("and 17 more");
        });
    }

    @Test
    void saysWhyItDidNotStart() {
        put(
                TriggerEvent.DEPLOYED,
                new TriggerFilter(List.of(ORDERS), "", "", false, false),
                Duration.ZERO,
                Overlap.QUEUE);

        deploy(PAYMENT, "2.4.1");

        assertThat(firings()).singleElement().satisfies(firing -> {
            assertThat(firing.run()).isNull();
            assertThat(firing.cause()).isEqualTo("payment 2.4.1 deployed to staging");
            assertThat(firing.reason()).isEqualTo("It listens to orders only.");
        });
    }

    @Test
    void hearsThatAVersionPassedItsUnitTestsOnABranch() {
        put(
                TriggerEvent.VERSION_READY,
                new TriggerFilter(List.of(), "", "main", false, false),
                Duration.ZERO,
                Overlap.QUEUE);

        report(PAYMENT, "3.0.0", "feature/x", UnitTests.PASSED);
        report(PAYMENT, "3.0.1", "main", UnitTests.FAILED);
        report(PAYMENT, "3.0.2", "main", UnitTests.PASSED);

        awaitFirings(2);
        assertThat(firings())
                .extracting(Firing::cause)
                .containsExactly("payment 3.0.2 passed its unit tests", "payment 3.0.0 passed its unit tests");
        assertThat(firings().getLast().reason()).contains("The branch is feature/x");
        assertThat(firings().getFirst().reason()).contains("environment");
    }

    @Test
    void hearsThatAnIntegrationBecameReady() {
        put(TriggerEvent.INTEGRATION_READY, TriggerFilter.ALL, Duration.ZERO, Overlap.QUEUE);

        for (var service : List.of(ORDERS, PAYMENT)) {
            report(service, "1.0.0", "main", UnitTests.PASSED);
            deploy(service, "1.0.0");
        }

        awaitFirings(1);
        assertThat(firings().getFirst().cause()).isEqualTo("orders -> payment became ready in staging");
        assertThat(firings().getFirst().run()).isNotNull();
    }

    @Test
    void takesASignedWebhookOnce() throws Exception {
        put(TriggerEvent.WEBHOOK, TriggerFilter.ALL, Duration.ZERO, Overlap.QUEUE);
        var secret = triggers.renewSecret(project, KEY, ANA);
        var call = signed(
                secret, "{\"data\": {\"service\": \"payment\", \"version\": \"9\", \"environment\": \"staging\"}}");

        assertThat(send(call)).isEqualTo(202);
        assertThat(send(call)).isEqualTo(202);

        assertThat(onlyRun().versions()).containsEntry(PAYMENT, "9");
        assertThat(firings()).hasSize(1);
    }

    @Test
    void refusesAWebhookThatIsNotSignedOrNotJson() throws Exception {
        put(TriggerEvent.WEBHOOK, TriggerFilter.ALL, Duration.ZERO, Overlap.QUEUE);
        var secret = triggers.renewSecret(project, KEY, ANA);
        var call = signed(secret, "{}");

        assertThat(send(new HookCall(call.id(), call.timestamp(), call.signature(), "{} ")))
                .isEqualTo(401);
        assertThat(send(signed(secret, "[1]"))).isEqualTo(422);
        triggers.renewSecret(project, KEY, ANA);
        assertThat(send(call)).isEqualTo(401);
        assertThat(firings()).isEmpty();
    }

    @Test
    void refusesWhatIsWrongWithEveryFault() {
        var wrong = new TriggerDraft(
                TriggerEvent.RUN_FINISHED,
                new TriggerFilter(List.of(), "nowhere", "", false, false),
                null,
                new EnvironmentKey("gone"),
                Duration.ofHours(2),
                Overlap.QUEUE,
                true);

        assertThatThrownBy(() -> triggers.put(project, KEY, wrong, IfMatch.none(), ANA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.findings()).hasSize(4));
        assertThat(triggers.all(project)).isEmpty();
    }

    @Test
    void refusesAPlanThatIsNotThere() {
        var draft = new TriggerDraft(
                TriggerEvent.DEPLOYED,
                TriggerFilter.ALL,
                new PlanKey("nightly"),
                null,
                Duration.ZERO,
                Overlap.QUEUE,
                true);

        assertThatThrownBy(() -> triggers.put(project, KEY, draft, IfMatch.none(), ANA))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("There is no plan \"nightly\"");
    }

    private void put(TriggerEvent event, TriggerFilter filter, Duration debounce, Overlap overlap) {
        triggers.put(
                project,
                KEY,
                new TriggerDraft(event, filter, null, null, debounce, overlap, true),
                IfMatch.none(),
                ANA);
    }

    private void deploy(ServiceKey service, String version) {
        versions.deploy(project, DeploymentReport.finished(service, version, STAGING, Instant.now()), ANA);
    }

    private void report(ServiceKey service, String version, String branch, UnitTests unitTests) {
        versions.report(project, service, new VersionReport(version, "", branch, unitTests, Instant.now()), ANA);
    }

    private Run onlyRun() {
        awaitFirings(1);
        var list =
                runs.list(project, FilterQuery.parse("", Runs.FIELDS), null, 10).items();
        assertThat(list).as(firings().toString()).hasSize(1);
        return list.getFirst();
    }

    private void awaitFirings(int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> triggers.firings(project, KEY).size() >= count);
    }

    private List<Firing> firings() {
        return triggers.firings(project, KEY);
    }

    private static HookCall signed(String secret, String body) {
        var now = Long.toString(Instant.now().getEpochSecond());
        var plain = new HookCall("msg-" + UUID.randomUUID(), now, "", body);
        return new HookCall(plain.id(), now, HookSignature.sign(secret, plain), body);
    }

    private int send(HookCall call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/projects/" + shop.key() + "/hooks/" + KEY))
                .header("Content-Type", "application/json")
                .header("webhook-id", call.id())
                .header("webhook-timestamp", call.timestamp())
                .header("webhook-signature", call.signature())
                .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
