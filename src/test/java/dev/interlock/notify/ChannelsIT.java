package dev.interlock.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReport;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.execution.Runs;
import dev.interlock.history.Purpose;
import dev.interlock.notify.Receivers.Received;
import dev.interlock.openapi.Upload;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Team;
import dev.interlock.security.Teams;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People are told where they are, by real requests and mails, of real runs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"interlock.notify.openings=127.0.0.1/32:*", "interlock.base-url=https://interlock.example"})
class ChannelsIT {
    private static final Actor ANA = Actor.system("test");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final ServiceKey PAYMENT = new ServiceKey("payment");
    private static final ServiceKey BANK = new ServiceKey("bank");
    private static final ChannelKey KEY = new ChannelKey("channel");
    private static final String HOOK = "/hook";

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Payment, version: '1'}
            paths:
              /bills/{id}:
                get:
                  operationId: readBill
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private static final String WORKFLOW = """
            arazzo: 1.1.0
            info: {title: Pay, version: '1'}
            sourceDescriptions: [{name: payment, url: payment, type: openapi}]
            workflows:
              - workflowId: pay
                steps:
                  - stepId: read
                    operationId: readBill
                    parameters: [{name: id, in: path, value: b-1}]
                    successCriteria: [{condition: $statusCode == 200}]
            """;

    private static final MailBox MAIL = mailBox();

    @Autowired
    Projects projects;

    @Autowired
    Services services;

    @Autowired
    Interfaces interfaces;

    @Autowired
    Paths paths;

    @Autowired
    Environments environments;

    @Autowired
    TestCases tests;

    @Autowired
    Versions versions;

    @Autowired
    Teams teams;

    @Autowired
    Runs runs;

    @Autowired
    Notifications notifications;

    private Receivers receivers;
    private Project shop;
    private ProjectId project;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MAIL::port);
    }

    @BeforeEach
    void furnish() throws IOException {
        receivers = new Receivers();
        shop = projects.create("t" + UUID.randomUUID(), "Channels", ANA);
        project = shop.id();
        var payers = new Teams.TeamDraft(
                "payers",
                "Payers",
                List.of(new Team.Channel(Team.Kind.WEBHOOK, receivers.address() + "/team")),
                List.of());
        teams.put(project, payers, IfMatch.none(), ANA);
        var draft = new ServiceDraft(PAYMENT, "Payment", ServiceKind.INTERNAL, "payers", 3, "", List.of());
        services.put(project, draft, IfMatch.none(), ANA);
        services.put(project, ServiceDraft.of(BANK, ServiceKind.THIRD_PARTY), IfMatch.none(), ANA);
        interfaces.importDocument(project, PAYMENT, Interfaces.DEFAULT, Upload.text("payment.yaml", DOCUMENT), ANA);
        paths.put(
                project, PathDraft.chain(PathKey.of("paying"), "Paying", List.of(PAYMENT, BANK)), IfMatch.none(), ANA);
        environments.put(
                project,
                new EnvironmentDraft(
                        STAGING,
                        "Staging",
                        Map.of(PAYMENT, Target.at(receivers.address() + "/payment")),
                        Map.of(),
                        Map.of(),
                        false,
                        true),
                IfMatch.none(),
                ANA);
        environments.open(project, STAGING, new Opening("127.0.0.1/32", "*"), ANA);
        tests.put(project, new TestKey("pay"), TestCaseDraft.workflow("Pay", WORKFLOW), IfMatch.none(), ANA);
        versions.report(
                project,
                PAYMENT,
                new VersionReport("2.4.1", "c0ffee", "feature/x", UnitTests.PASSED, Instant.now()),
                ANA);
    }

    @AfterEach
    void close() {
        receivers.close();
    }

    @Test
    void signsAWebhookOfWhatARunCameTo() throws Exception {
        put(channel(ChannelKind.WEBHOOK, HOOK, true));
        var secret = notifications.renewSecret(project, KEY, ANA);

        var run = finished(RunLabels.main());

        var message = await(HOOK, "run.finished");
        var data = message.json().path("data");
        assertThat(data.path("run").path("key").asString()).isEqualTo(run.key());
        assertThat(data.path("run").path("verdict").asString()).isEqualTo("PASS");
        assertThat(data.path("link").asString())
                .isEqualTo("https://interlock.example/p/" + shop.key() + "/runs/" + run.key());
        assertThat(message.header("Webhook-signature")).isEqualTo(signature(secret, message));
    }

    @Test
    void setsTheStatusOfACommitAndOneCommentAtGitHub() {
        put(repository(ChannelKind.GITHUB, "/repos/acme/payment"));

        finished(change());
        settled(1);
        receivers.answer("/payment", 500);
        finished(change());
        settled(2);

        assertThat(receivers.at("/repos/acme/payment/statuses/c0ffee").stream()
                        .map(one -> one.json().path("state").asString())
                        .filter(state -> !"pending".equals(state)))
                .containsExactly("success", "failure");
        var comments = receivers.at("/repos/acme/payment/issues");
        assertThat(comments)
                .extracting(one -> one.method() + " " + one.path())
                .containsExactly(
                        "GET /repos/acme/payment/issues/17/comments?per_page=100",
                        "POST /repos/acme/payment/issues/17/comments",
                        "PATCH /repos/acme/payment/issues/comments/4711");
        assertThat(comments.get(1).json().path("body").asString())
                .contains("**payment** touches 1 path: 1 test, ", "**PASS**", "0 paths untested");
        assertThat(comments.get(2).json().path("body").asString()).contains("**FAIL**");
        assertThat(comments.get(1).header("Authorization")).isEqualTo("Bearer s3cr3t-token");
    }

    @Test
    void setsTheStatusOfACommitAndOneNoteAtGitLab() {
        put(repository(ChannelKind.GITLAB, "/api/v4/projects/17"));

        finished(change());
        settled(1);

        var status = receivers.at("/api/v4/projects/17/statuses/c0ffee").getLast();
        assertThat(status.json().path("state").asString()).isEqualTo("success");
        assertThat(status.header("Private-token")).isEqualTo("s3cr3t-token");
        assertThat(receivers.at("/api/v4/projects/17/merge_requests/17/notes"))
                .extracting(Received::method)
                .containsExactly("GET", "POST");
    }

    @Test
    void tellsANewProblemOnMainOnceADayToThoseWhoAskAndToTheTeamOfTheHop() {
        put(channel(ChannelKind.SLACK, HOOK, false));
        receivers.answer("/payment", 500);

        finished(RunLabels.main());
        var text = await(HOOK, "New problem").json().path("text").asString();
        receivers.answer("/payment", 200);
        finished(RunLabels.main());
        receivers.answer("/payment", 500);
        finished(RunLabels.main());
        finished(RunLabels.of(Purpose.CHANGE, "feature/x"));
        notifications.test(project, KEY, ANA);
        await(HOOK, "A test message");

        assertThat(text).contains("https://interlock.example/p/" + shop.key() + "/problems/");
        assertThat(receivers.at(HOOK)).hasSize(2);
        assertThat(receivers.at("/team"))
                .singleElement()
                .satisfies(message -> assertThat(message.json()
                                .path("data")
                                .path("problem")
                                .path("team")
                                .asString())
                        .isEqualTo("payers"));
    }

    @Test
    void mailsWhatHappened() {
        put(new ChannelDraft(
                ChannelKind.MAIL, "qa@example.org, lead@example.org", null, "", "", false, true, null, "", true));

        var run = finished(RunLabels.main());

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(MAIL.mails())
                        .anySatisfy(mail -> assertThat(mail)
                                .contains("<qa@example.org>", "<lead@example.org>", run.key() + " on main: PASS")));
    }

    @Test
    void triesAgainWhatWasNotTakenAndGivesUpWhatIsRefused() {
        put(channel(ChannelKind.WEBHOOK, HOOK, true));
        receivers.answer(HOOK, 503);
        notifications.test(project, KEY, ANA);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> newest().attempts() == 1 && newest().status() != null);
        assertThat(newest().state()).isEqualTo(Delivery.State.WAITING);
        assertThat(newest().reason()).isEqualTo("The message was answered 503.");

        receivers.answer(HOOK, 410);

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> newest().state() == Delivery.State.GIVEN_UP);
        assertThat(newest().attempts()).isEqualTo(2);
        assertThat(receivers.at(HOOK).stream()
                        .map(one -> one.header("Webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void refusesEveryFaultTogetherAndKeepsNothing() {
        var wrong = new ChannelDraft(
                ChannelKind.GITHUB, "ftp://example.org", null, "nothing", "nobody", false, false, null, "", true);

        assertThatThrownBy(() -> put(wrong))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.findings()).hasSize(5));
        assertThat(notifications.all(project)).isEmpty();
    }

    @Test
    void neverShowsWhatIsSecretOfAnAddress() {
        put(channel(ChannelKind.SLACK, "/services/T0/B0/XXXX", false));

        assertThat(notifications.find(project, KEY).orElseThrow().shown()).isEqualTo("127.0.0.1");
    }

    @Test
    void forgetsTheChannelsOfADeletedProject() {
        put(channel(ChannelKind.WEBHOOK, HOOK, true));
        finished(RunLabels.main());
        await(HOOK, "run.finished");

        projects.delete(project, IfMatch.version(1), ANA);

        assertThat(notifications.all(project)).isEmpty();
        assertThat(notifications.deliveries(project)).isEmpty();
    }

    private ChannelDraft channel(ChannelKind kind, String path, boolean runs) {
        return new ChannelDraft(kind, receivers.address() + path, null, "", "", !runs, runs, null, "", true);
    }

    private ChannelDraft repository(ChannelKind kind, String path) {
        return new ChannelDraft(
                kind, receivers.address() + path, "s3cr3t-token", "payment", "", false, true, null, "", true);
    }

    private void put(ChannelDraft draft) {
        notifications.put(project, KEY, draft, IfMatch.none(), ANA);
    }

    private static RunLabels change() {
        return new RunLabels(
                Purpose.CHANGE,
                "feature/x",
                "https://example.org/acme/payment/pull/17",
                "",
                Map.of(PAYMENT, "2.4.1"),
                Map.of());
    }

    private Run finished(RunLabels labels) {
        var request = RunRequest.of(RunScope.query("")).in(STAGING).labelled(labels);
        return runs.await(project, runs.request(project, request, ANA).id(), Duration.ofMinutes(1));
    }

    private Received await(String path, String words) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> receivers.at(path).stream()
                                .filter(one -> one.body().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until this many ends of runs are told. */
    private void settled(int ends) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> notifications.deliveries(project).stream()
                                .filter(one -> "run.finished".equals(one.type()) && one.state() == Delivery.State.SENT)
                                .count()
                        == ends);
    }

    private Delivery newest() {
        return notifications.deliveries(project).getFirst();
    }

    private static String signature(String secret, Received message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = message.header("Webhook-id") + "." + message.header("Webhook-timestamp") + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static MailBox mailBox() {
        try {
            return new MailBox();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
