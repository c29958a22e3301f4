package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import dev.interlock.schedule.ScheduleKey;
import dev.interlock.schedule.Schedules;
import dev.interlock.security.AuditEntry;
import dev.interlock.security.AuditLog;
import dev.interlock.security.NewPerson;
import dev.interlock.security.Projects;
import dev.interlock.security.Setup;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does by hand on the pages, in a browser, with everything behind them real. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HandsOnIT {
    private static final Actor TEST = Actor.system("test");
    private static final String PASSWORD = "four green bicycles";

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

    private PageChecks browser;
    private ProjectId project;
    private String base;

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

    @Test
    void enterInThePlanBuilderWorksThePlanOutAndPinsNothing() {
        shop();
        browser.visit(base + "/plans/new");
        var budget = page().getByLabel("Time budget in minutes");
        budget.fill("7");
        budget.press("Enter");
        page().waitForURL("**budget=7**");

        assertThat(page().url()).doesNotContain("plusPin", "plusDrop");
        assertThat(page().locator("#results .tag").count()).isZero();
        assertThat(page().locator("#results [data-rows] tr").count()).isEqualTo(3);
    }

    @Test
    void thePlanBuilderSaysBesideTheFieldWhatItCannotRead() {
        shop();
        browser.visit(base + "/plans/new");
        faultOf("budget", "0.02", "Write a number from 0.1 to 10,080.");
        faultOf("budget", "soon", "Write a number from 0.1 to 10,080.");
        assertThat(page().locator("#results").innerText()).contains("Nothing is worked out");
        browser.check();
        page().locator("#budget").fill("1.5");
        page().waitForURL("**budget=1.5**");
        assertThat(page().locator("#budget").getAttribute("aria-invalid")).isEqualTo("false");
        assertThat(page().locator("#results output").innerText()).contains("of risk planned");

        faultOf("workers", "0", "Write a whole number from 1 to 64.");
        page().locator("#workers").fill("2");
        faultOf("wanted", "120", "Write a number from 1 to 100.");
        page().locator("#wanted").fill("");
        faultOf("changed", "nobody", "There is no service with the key nobody.");
        page().locator("#changed").fill("");
        faultOf("q", "colour:red", "The filter does not know colour:red.");
        page().locator("#q").fill("");
        page().locator("#results output").waitFor();

        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Gate");
        page().getByLabel("Flaky tests at most").fill("some");
        browser.failing(() -> {
            press("Save plan");
            page().locator("#maxFlaky-fault").getByText("Write a whole number").waitFor();
        });
        assertThat(page().getByRole(AriaRole.ALERT).first().innerText()).contains("The plan was not saved.");
        assertThat(page().getByLabel("Flaky tests at most").inputValue()).isEqualTo("some");
        assertThat(page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Gate");
        browser.check();
    }

    @Test
    void partsThatComeInDoNotBreakThePolicyOnStyles() {
        shop();
        browser.visit(base + "/plans/new");
        page().evaluate("() => document.querySelectorAll('[id]').forEach(one => one.style.setProperty('top', '0'))");
        page().locator("#budget").fill("3");
        page().waitForURL("**budget=3**");
        page().locator("#results output").waitFor();

        browser.check();
    }

    @Test
    void sixtyServicesAreRatedByKeysAlone() {
        for (var i = 1; i <= 60; i++) {
            service("s%02d".formatted(i), ServiceKind.INTERNAL);
        }
        risks.rate(project, new ServiceKey("s30"), 2, null, TEST);
        browser.visit(base + "/risk/rate?service=s21");
        for (var rated = 1; rated < 60; rated++) {
            answer("4", "what=likelihood");
            answer(String.valueOf(rated % 5 + 1), rated == 59 ? "service=done" : "service=s");
        }

        page().getByText("All services are rated.").waitFor();
        assertThat(risks.serviceRatings(project)).hasSize(60).containsEntry(new ServiceKey("s21"), 2);
        assertThat(services.all(project).stream().filter(one -> one.criticality() == 4))
                .as("the one rated before was not asked for again")
                .hasSize(59);
        browser.check();
    }

    @Test
    void ratingBegunInTheMiddleComesRoundToTheFirst() {
        List.of("a", "b", "c").forEach(key -> service(key, ServiceKind.INTERNAL));
        browser.visit(base + "/risk/rate?service=c");
        answer("3", "what=likelihood");
        answer("3", "service=a");

        assertThat(page().locator("main").innerText()).doesNotContain("All services are rated");
        page().navigate(base + "/risk/rate?service=done");
        assertThat(page().locator("main").innerText()).contains("2 services are still to rate.");
    }

    @Test
    void aScoreSetByHandNeedsAReasonCountsUntilItsDayAndIsAudited() {
        shop();
        browser.visit(base + "/paths/checkout");
        page().getByLabel("Likelihood in percent").fill("90");
        press("Set values");
        assertThat(page().locator("#o-reason:invalid").count())
                .as("the reason is asked for")
                .isEqualTo(1);

        var until = LocalDate.now(Clock.systemUTC()).plusDays(3);
        page().getByLabel("Reason").fill("the bank moves this week");
        page().getByLabel("Counts until").fill(until.toString());
        press("Set values");
        page().getByText("The values you set count until " + until).waitFor();
        browser.check();
        assertThat(page().locator("main").innerText()).contains("the bank moves this week", "Set by Ana");
        assertThat(risks.of(project, PathKey.of("checkout")).orElseThrow().likelihood())
                .isEqualTo(0.9);
        assertThat(audited()).contains("the bank moves this week");

        press("Back to the computed values");
        page().getByText("The computed values count again.").waitFor();
        assertThat(risks.of(project, PathKey.of("checkout")).orElseThrow().override())
                .isNull();
    }

    @Test
    void aPathIsPutTogetherByClickingServicesInOrder() {
        shop();
        browser.visit(base + "/paths/new");
        for (var service : List.of("gateway", "payment", "orders")) {
            page().locator("form.pick button")
                    .filter(new Locator.FilterOptions().setHasText(service))
                    .click();
            page().locator(".hops strong")
                    .filter(new Locator.FilterOptions().setHasText(service))
                    .waitFor();
        }
        browser.check();
        page().goBack();
        assertThat(page().locator(".hops strong").allInnerTexts()).containsExactly("gateway", "payment");
        page().goForward();
        press("Take the last one away");
        page().locator("form.pick button")
                .filter(new Locator.FilterOptions().setHasText("bank"))
                .click();
        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Pay at once");
        press("Add path");
        page().waitForURL("**/paths/pay-at-once");
        browser.check();

        assertThat(paths.find(project, PathKey.of("pay-at-once")).orElseThrow().services())
                .extracting(ServiceKey::value)
                .containsExactly("gateway", "payment", "bank");
    }

    @Test
    void aProposalThatChangedMeanwhileIsNotAdded() {
        shop();
        service("ledger", ServiceKind.INTERNAL);
        integration("bank", "ledger");
        browser.visit(base + "/paths/proposals");
        var marks = page().locator("[name=take]");
        assertThat(marks.count()).isPositive();
        assertThat(marks.first().inputValue()).startsWith("gateway-ledger gateway orders");
        var seen = marks.first().inputValue().split(" ", 2)[0];
        page().evaluate("() => { const one = document.querySelector('[name=take]'); one.value += ' elsewhere'; }");
        browser.failing(() -> {
            press("Add the chosen paths");
            page().getByRole(AriaRole.ALERT).waitFor();
        });

        assertThat(page().getByRole(AriaRole.ALERT).innerText())
                .contains("Nothing was added", seen, "Look at the proposals as they are now");
        assertThat(paths.all(project)).hasSize(1);
        browser.check();
        page().locator("[name=take]").first().check();
        press("Add the chosen paths");
        page().getByText("added.").waitFor();
        assertThat(paths.all(project).size()).isGreaterThan(1);
    }

    @Test
    void aScheduleIsMadeChangedAndSwitchedOffOnItsPages() {
        shop();
        browser.visit(base + "/plans/new?budget=5");
        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Nightly");
        press("Save plan");
        page().waitForURL("**/plans/nightly");
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Schedule").setExact(true))
                .last()
                .click();
        page().waitForURL("**/schedules/new?plan=nightly");
        browser.check();
        page().getByLabel("Cron").fill("30 3 * * MON");
        var times = page().locator("#next li");
        times.filter(new Locator.FilterOptions().setHasText("03:30")).first().waitFor();
        assertThat(times.allInnerTexts()).hasSize(5).allMatch(time -> time.startsWith("Mon "));
        page().getByLabel("Cron").fill("every day");
        page().locator("#next .fault").waitFor();
        browser.check();
        page().getByLabel("Cron").fill("30 3 * * MON");
        press("Save schedule");
        page().getByText("The schedule nightly was saved.").waitFor();
        browser.check();

        change(() -> page().getByLabel("Cron").fill("0 4 * * *"));
        assertThat(schedule().cron()).isEqualTo("0 4 * * *");
        change(() -> page().getByLabel("On", new Page.GetByLabelOptions().setExact(true)).uncheck());
        assertThat(schedule().enabled()).isFalse();
        assertThat(page().locator("[data-rows] tr").innerText()).contains("off", "—");
    }

    private dev.interlock.schedule.Schedule schedule() {
        return schedules.find(project, new ScheduleKey("nightly")).orElseThrow();
    }

    private void change(Runnable how) {
        page().locator("[data-rows] th a").click();
        page().waitForURL("**/schedules/nightly");
        how.run();
        press("Save schedule");
        page().getByText("The schedule nightly was saved.").waitFor();
    }

    private void answer(String key, String next) {
        var before = page().url();
        page().keyboard().press(key);
        page().waitForURL(address -> !address.equals(before) && address.contains(next));
    }

    private void faultOf(String field, String typed, String words) {
        page().locator("#" + field).fill(typed);
        page().locator("#" + field + "-fault").getByText(words).waitFor();
        assertThat(page().locator("#" + field).getAttribute("aria-invalid")).isEqualTo("true");
    }

    private String audited() {
        return audit.list(project, FilterQuery.parse("", AuditLog.FIELDS), null, 200).items().stream()
                .map(AuditEntry::toString)
                .reduce("", (all, one) -> all + one + "\n");
    }

    /** A gateway, orders, payment and a bank in a chain with one path, an environment and three tests by hand. */
    private void shop() {
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

    private void test(int number) {
        var draft = TestCaseDraft.manual("Test " + number, List.of(new ManualStep("look", "it is there")))
                .covering(List.of(PathKey.of("checkout")));
        tests.put(project, new TestKey("test-" + number), draft, IfMatch.none(), TEST);
    }

    private void service(String key, ServiceKind kind) {
        services.put(project, ServiceDraft.of(new ServiceKey(key), kind), IfMatch.none(), TEST);
    }

    private void integration(String consumer, String provider) {
        var draft = IntegrationDraft.http(new ServiceKey(consumer), new ServiceKey(provider));
        integrations.put(project, draft, IfMatch.none(), TEST);
    }

    /** Signs in as the only administrator of the installation. */
    private void signIn() {
        sql.sql("update security.person set instance_admin = false").update();
        var email = UUID.randomUUID() + "@example.org";
        var link = setup.linkIfNeeded("").orElseThrow();
        setup.complete(link.substring("/setup/".length()), new NewPerson("Ana", email, PASSWORD));
        page().navigate("/sign-in");
        page().getByLabel("E-mail").fill(email);
        page().getByLabel("Password").fill(PASSWORD);
        press("Sign in");
        page().waitForURL(address -> !address.contains("sign-in"));
    }

    private void press(String button) {
        page().locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private Page page() {
        return browser.page();
    }
}
