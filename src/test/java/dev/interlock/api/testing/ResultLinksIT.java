package dev.interlock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.history.Outcome;
import dev.interlock.history.PastOutcome;
import dev.interlock.history.TestHistory;
import dev.interlock.ingest.ReportLabels;
import dev.interlock.ingest.Reports;
import dev.interlock.ingest.SentFile;
import dev.interlock.platform.Actor;
import dev.interlock.security.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResultLinksIT {
    private static final Actor ANA = Actor.system("test");

    @Autowired
    ApplicationContext context;

    @Autowired
    Reports reports;

    @Autowired
    TestHistory history;

    private Project project;
    private Caller api;

    @BeforeEach
    void enter() {
        var made = TestProject.in(context, "Links");
        project = made.project();
        api = made.api();
    }

    @Test
    void continuesTheHistoryOfATestUnderItsNewNameOnceThatIsAccepted() {
        send("paysTheOrder", "lists", "cancels");
        var answer = send("paysOrder", "lists", "cancels");

        assertThat(answer.path("findings").path(0).path("problem").asString()).contains("shop.OrderTest.paysTheOrder");
        var proposed = renames().path(0);
        assertThat(proposed.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.path("run").asString())
                .isEqualTo(answer.path("run").path("key").asString());
        decide(proposed, true);
        send("paysOrder", "lists", "cancels");

        assertThat(history.last(project.id(), "shop.OrderTest.paysTheOrder", 10))
                .hasSize(2);
        assertThat(renames().path(0).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(renames().size()).isEqualTo(1);
    }

    @Test
    void aReportIsNothingToCarryOutAgain() {
        var run = send("paysTheOrder", "lists").path("run").path("key").asString();

        var answer = api.json("POST", "/runs/" + run + "/rerun", "{\"only\": \"ALL\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).startsWith(run + " was carried out elsewhere.");
    }

    @Test
    void keepsHistoriesApartWhenARenameIsDeclined() {
        send("paysTheOrder", "lists", "cancels");
        send("paysOrder", "lists", "cancels");
        decide(renames().path(0), false);
        send("paysOrder", "lists", "cancels");

        assertThat(history.last(project.id(), "shop.OrderTest.paysTheOrder", 10))
                .hasSize(1);
        assertThat(history.last(project.id(), "shop.OrderTest.paysOrder", 10)).hasSize(2);
    }

    @Test
    void refusesRenamesThatLeadInACircle() {
        assertThat(rename("b", "a").status()).isEqualTo(201);
        assertThat(rename("c", "b").status()).isEqualTo(201);

        assertThat(rename("a", "c").status()).isEqualTo(422);
        assertThat(rename("d", "d").status()).isEqualTo(422);
        assertThat(renames()
                        .valueStream()
                        .filter(one -> one.path("state").asString().equals("ACCEPTED")))
                .hasSize(2);
    }

    @Test
    void makesResultsThoseOfTheTestCaseARuleLeadsTo() {
        api.json("PUT", "/test-cases/smoke", "{\"kind\": \"EXTERNAL\", \"name\": \"Smoke test\"}");
        var rules = api.json(
                "PUT",
                "/results/rules",
                "{\"rules\": [{\"subject\": \"PROPERTY\", \"property\": \"story\", \"pattern\": \"SHOP-*\", \"test\": \"smoke\"}]}");
        assertThat(rules.status()).isEqualTo(200);

        post(
                "",
                "<testsuite>" + story("pays", "SHOP-1", "") + story("lists", "SHOP-2", "<failure message='no'/>")
                        + story("other", "BANK-1", "") + "</testsuite>");

        assertThat(history.last(project.id(), "smoke", 10))
                .extracting(PastOutcome::outcome)
                .containsExactlyInAnyOrder(Outcome.PASSED, Outcome.FAILED);
        assertThat(history.last(project.id(), "shop.OrderTest.other", 10)).hasSize(1);
    }

    @Test
    void namesEveryFaultOfRules() {
        var refused = api.json(
                "PUT",
                "/results/rules",
                "{\"rules\": [{\"pattern\": \"*\", \"path\": \"nowhere\"}, {\"pattern\": \"*\", \"test\": \"none\"},"
                        + " {\"pattern\": \"*\"}, {\"subject\": \"PROPERTY\", \"pattern\": \"*\", \"path\": \"nowhere\"}]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("findings").size()).isEqualTo(5);
    }

    @Test
    void storesTheSameReportWithTheSameKeyOnce() {
        var labels = new ReportLabels(null, "", "", "main", null, null, "", false, false, Map.of(), "build-7");
        var file = new SentFile(
                "r.xml", () -> new ByteArrayInputStream(suite("pays", "lists").getBytes(StandardCharsets.UTF_8)));

        var first = reports.store(project.id(), List.of(file), labels, ANA).run();
        var second = reports.store(project.id(), List.of(file), labels, ANA).run();

        assertThat(second).isNotNull().isEqualTo(first);
    }

    @Test
    void storesNamesNobodyWouldChooseAndGivesThemBack() {
        var odd = List.of(
                "\u202Ereversed", "zero\u200Bwidth", "👩‍👩‍👧", "../../etc/passwd", "=HYPERLINK(1)", "<b>&amp;");
        var json = new StringBuilder("{\"results\":{\"tests\":[{\"name\":\"nul\\u0000\\ud800\",\"status\":\"failed\","
                + "\"message\":\"m\\u0000\"}");
        odd.forEach(name ->
                json.append(",{\"status\":\"passed\",\"name\":\"").append(name).append("\"}"));

        var answer = api.raw("POST", "/results", "application/json", (json + "]}}").getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(201);
        var run = "/runs/" + answer.json().path("run").path("key").asString();
        var names = api.get(run + "/results")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
        assertThat(names).containsAll(odd);
        assertThat(api.get(run + "/junit.xml").status()).isEqualTo(200);
        assertThat(api.get(run + "/results.csv").response().body())
                .startsWith("number,test,")
                .contains(",'=HYPERLINK(1),");
    }

    @Test
    void storesNothingOfAFileItCannotRead() {
        var refused = api.raw(
                "POST",
                "/results",
                "application/xml",
                "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><testsuite><testcase name='&x;'/></testsuite>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(api.get("/runs").json().path("items").size()).isZero();
    }

    private JsonNode send(String... names) {
        return post("?service=orders", suite(names));
    }

    private JsonNode post(String query, String report) {
        var answer = api.raw("POST", "/results" + query, "application/xml", report.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static String suite(String... names) {
        var text = new StringBuilder("<testsuite>");
        for (var name : names) {
            text.append("<testcase classname=\"shop.OrderTest\" name=\"")
                    .append(name)
                    .append("\"/>");
        }
        return text + "</testsuite>";
    }

    private static String story(String name, String story, String fault) {
        return "<testcase classname=\"shop.OrderTest\" name=\"" + name
                + "\"><properties><property name=\"story\" value=\"" + story + "\"/></properties>" + fault
                + "</testcase>";
    }

    private JsonNode renames() {
        return api.get("/results/renames").json().path("renames");
    }

    private Caller.Answer rename(String name, String former) {
        return api.json("POST", "/results/renames", "{\"name\": \"" + name + "\", \"former\": \"" + former + "\"}");
    }

    private void decide(JsonNode rename, boolean accepted) {
        var answer =
                api.json("PATCH", "/results/renames/" + rename.path("id").asLong(), "{\"accepted\": " + accepted + "}");
        assertThat(answer.status()).isEqualTo(200);
    }
}
