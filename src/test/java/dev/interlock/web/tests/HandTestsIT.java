package dev.interlock.web.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.Runs;
import dev.interlock.history.Outcome;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Browser;
import dev.interlock.security.Projects;
import dev.interlock.security.Setup;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.web.SignedInBrowser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and other tools carry out, through the pages: MANUAL and EXTERNAL cases, suites, uploaded reports. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HandTestsIT {
    private static final Actor TEST = Actor.system("test");
    private static final Pattern WORD = Pattern.compile("name=\"pending\" value=\"([^\"]+)\"");
    private static final String REPORT = """
            <testsuite name="shop" tests="2">
              <testcase classname="shop" name="Refund by phone" time="1.5"/>
              <testcase classname="shop" name="Refund by mail" time="0.5"><failure message="no letter came"/></testcase>
            </testsuite>
            """;

    @LocalServerPort
    int port;

    @Autowired
    Setup setup;

    @Autowired
    JdbcClient sql;

    @Autowired
    Projects projects;

    @Autowired
    Environments environments;

    @Autowired
    TestCases tests;

    @Autowired
    Suites suites;

    @Autowired
    Runs runs;

    @Autowired
    RunItems items;

    private Browser browser;
    private ProjectId project;
    private String base;

    @BeforeEach
    void enter() {
        var made = projects.create("h" + UUID.randomUUID(), "By hand", TEST);
        project = made.id();
        base = "/p/" + made.key();
        environments.put(
                project,
                new EnvironmentDraft(new EnvironmentKey("local"), "Local", Map.of(), Map.of(), Map.of(), false, false),
                IfMatch.none(),
                TEST);
        browser = SignedInBrowser.administrator(port, setup, sql);
    }

    @Test
    void recordsTheVerdictOfEachStepOfAManualTest() {
        create(
                "MANUAL",
                "Look around",
                Map.of("steps", "Open the shop => It opens\nOpen the cart => Two items, in order"));
        var run = start(Map.of("tests", "look-around"));
        var item = base + "/runs/" + run + "/items/1";
        assertThat(browser.get(item).body()).contains("Open the cart", "Two items, in order");

        browser.submit(
                item,
                item + "/verdict",
                Map.of("outcome", "FAILED", "step", "FAILED", "remark", "one item, not two", "note", "looked twice"));

        var detail = items.item(project, runs.find(project, run).orElseThrow().id(), 1)
                .orElseThrow();
        assertThat(detail.item().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(detail.manual().getFirst().remark()).isEqualTo("one item, not two");
        assertThat(browser.get(item).body()).contains("one item, not two");
    }

    @Test
    void runsASuiteThatHoldsAnotherSuiteAndAQuery() {
        create("MANUAL", "First look", Map.of("steps", "Look => Fine"));
        create("MANUAL", "Second look", Map.of("steps", "Look => Fine", "tags", "smoke"));
        create("MANUAL", "Third look", Map.of("steps", "Look => Fine"));
        suite("inner", Map.of("tests", "third-look"));
        suite("outer", Map.of("tests", "first-look", "suites", "inner", "query", "tag:smoke"));

        assertThat(suites.expand(project, new SuiteKey("outer")))
                .extracting(TestKey::value)
                .containsExactly("first-look", "third-look", "second-look");
        assertThat(browser.get(base + "/suites/outer").body()).contains("Holds 3 tests now");
        var run = start(Map.of("suite", "outer"));
        assertThat(items.item(project, runs.find(project, run).orElseThrow().id(), 3))
                .isPresent();
    }

    @Test
    void previewsAReportAndStoresItAsResultsOfExternalTests() {
        create("EXTERNAL", "Refund by phone", Map.of());
        assertThat(tests.find(project, new TestKey("refund-by-phone"))
                        .orElseThrow()
                        .kind())
                .isEqualTo(TestKind.EXTERNAL);

        var preview = browser.upload(base + "/results/new", base + "/results/new", "file", "TEST-shop.xml", REPORT);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("2 results in 1 file", "1 passed", "1 failed");
        assertThat(runs.find(project, "RUN-1")).isEmpty();

        var word = WORD.matcher(preview.body());
        assertThat(word.find()).isTrue();
        var stored = browser.submit(
                base + "/results/new", base + "/results", Map.of("pending", word.group(1), "branch", "main"));
        assertThat(stored.statusCode()).isEqualTo(302);
        assertThat(stored.headers().firstValue("Location").orElseThrow()).contains("/runs/RUN-1");
        assertThat(browser.get(base + "/runs/RUN-1").body()).contains("no letter came");
    }

    @Test
    void refusesAFileThatIsNoReportWithItsPlace() {
        var refused = browser.upload(base + "/results/new", base + "/results/new", "file", "a.xml", "<html></html>");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("a.xml");
    }

    private void create(String kind, String name, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("name", name, "kind", kind));
        fields.putAll(more);
        assertThat(browser.submit(base + "/tests/new?kind=" + kind, base + "/tests/new", fields)
                        .statusCode())
                .isEqualTo(302);
    }

    private void suite(String name, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("name", name, "key", name));
        fields.putAll(more);
        assertThat(browser.submit(base + "/suites/new", base + "/suites/new", fields)
                        .statusCode())
                .isEqualTo(302);
    }

    /** Starts a run and waits until its items are there. */
    private String start(Map<String, String> what) {
        var fields = new HashMap<>(Map.of("environment", "local", "purpose", "AD_HOC"));
        fields.putAll(what);
        var started = browser.submit(base + "/runs/new", base + "/runs", fields);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(302);
        var key = started.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        runs.await(project, runs.find(project, key).orElseThrow().id(), Duration.ofSeconds(30));
        return key;
    }
}
