package dev.interlock.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.journey.PageChecks;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import dev.interlock.schedule.Schedules;
import dev.interlock.security.AuditLog;
import dev.interlock.security.NewPerson;
import dev.interlock.security.Projects;
import dev.interlock.security.Setup;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser signed in as the administrator of an empty project of its own, with everything behind the pages real. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class InABrowser {
    static final Actor TEST = Actor.system("test");
    static final String PASSWORD = "four green bicycles";

    @LocalServerPort
    int port;

    @Autowired
    Setup setup;

    @Autowired
    JdbcClient sql;

    @Autowired
    Projects projects;

    @Autowired
    Services services;

    @Autowired
    Integrations integrations;

    @Autowired
    Paths paths;

    @Autowired
    Environments environments;

    @Autowired
    TestCases tests;

    @Autowired
    RiskBoard risks;

    @Autowired
    Schedules schedules;

    @Autowired
    AuditLog audit;

    PageChecks browser;
    ProjectId project;
    String base;

    @BeforeEach
    void open() {
        var made = projects.create("h" + UUID.randomUUID(), "Hands on", TEST);
        project = made.id();
        base = "/p/" + made.key();
        browser = PageChecks.on("http://localhost:" + port);
        signIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /** A gateway, orders, payment and a bank in a chain with one path, an environment and three tests by hand. */
    void shop() {
        List.of("gateway", "orders", "payment").forEach(key -> service(key, ServiceKind.INTERNAL));
        service("bank", ServiceKind.THIRD_PARTY);
        integration("gateway", "orders");
        integration("orders", "payment");
        integration("payment", "bank");
        var chain = List.of(new ServiceKey("gateway"), new ServiceKey("orders"), new ServiceKey("payment"));
        paths.put(project, PathDraft.chain(PathKey.of("checkout"), "Checkout", chain), IfMatch.none(), TEST);
        environments.put(
                project,
                new EnvironmentDraft(
                        new EnvironmentKey("staging"), "Staging", Map.of(), Map.of(), Map.of(), false, false),
                IfMatch.none(),
                TEST);
        IntStream.rangeClosed(1, 3).forEach(this::test);
    }

    void test(int number) {
        var draft = TestCaseDraft.manual("Test " + number, List.of(new ManualStep("look", "it is there")))
                .covering(List.of(PathKey.of("checkout")));
        tests.put(project, new TestKey("test-" + number), draft, IfMatch.none(), TEST);
    }

    void service(String key, ServiceKind kind) {
        services.put(project, ServiceDraft.of(new ServiceKey(key), kind), IfMatch.none(), TEST);
    }

    void integration(String consumer, String provider) {
        var draft = IntegrationDraft.http(new ServiceKey(consumer), new ServiceKey(provider));
        integrations.put(project, draft, IfMatch.none(), TEST);
    }

    /** Signs in as the only administrator of the installation. */
    void signIn() {
        sql.sql("update security.person set instance_admin = false").update();
        var email = UUID.randomUUID() + "@example.org";
        var link = setup.linkIfNeeded("").orElseThrow();
        setup.complete(link.substring("/setup/".length()), new NewPerson("Ana", email, PASSWORD));
        signIn(email);
    }

    /** Signs in as somebody with the usual password. */
    void signIn(String email) {
        page().navigate("/sign-in");
        page().getByLabel("E-mail").fill(email);
        page().getByLabel("Password").fill(PASSWORD);
        press("Sign in");
        page().waitForURL(address -> !address.contains("sign-in"));
    }

    void press(String button) {
        page().locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    Page page() {
        return browser.page();
    }
}
