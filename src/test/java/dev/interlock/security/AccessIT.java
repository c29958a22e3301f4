package dev.interlock.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(TestSenders.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessIT {
    private static final Actor TESTER = Actor.system("test");
    private static final String PASSWORD = "four green bicycles";

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Invitations invitations;

    @Autowired
    Secrets secrets;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestSenders senders;

    private Project project = new Project(new dev.interlock.platform.ProjectId(0), "", "", false, 0);
    private String bearer = "";

    @BeforeEach
    void makeProject() {
        project = projects.create("p" + UUID.randomUUID(), "Shop", TESTER);
        bearer = "Bearer " + senders.token(project.id(), Role.ADMIN, java.util.Set.of(Scope.ADMIN));
    }

    @Test
    void refusesASessionOnTheApiAndATokenOnPages() {
        var person = member(Role.ADMIN);

        assertThat(person.get("/p/" + project.key() + "/members").statusCode()).isEqualTo(200);
        assertThat(person.get(api("")).statusCode()).isEqualTo(401);
        assertThat(new Browser(port)
                        .get("/p/" + project.key() + "/members", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(302);
        assertThat(new Browser(port).get(api(""), "Authorization", bearer).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsARefusalAsAProblemDocument() {
        var answer = new Browser(port).get(api(""));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/NOT_SIGNED_IN\"", "\"traceId\":\"", "\"instance\":\"/api");
    }

    @Test
    void answersARevokedTokenAtOnceWith401() {
        var text = bearer.substring("Bearer ".length());
        var list =
                new Browser(port).get(api("/tokens"), "Authorization", bearer).body();
        var id = list.replaceAll("(?s).*\"id\":(\\d+).*", "$1");

        assertThat(list).contains(text.substring(0, 16)).doesNotContain(text);
        assertThat(call("DELETE", "/tokens/" + id, "").statusCode()).isEqualTo(204);
        assertThat(call("GET", "", "").statusCode()).isEqualTo(401);
    }

    @Test
    void makesATokenThatIsShownOnce() {
        var made = call("POST", "/tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"]}");
        var text = made.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(text).startsWith("ilk_pat_");
        assertThat(call("GET", "/tokens", "").body())
                .contains("\"name\":\"ci\"")
                .doesNotContain(text);
        assertThat(new Browser(port)
                        .get(api(""), "Authorization", "Bearer " + text)
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .call("PATCH", api(""), "{\"name\":\"x\"}", "Authorization", "Bearer " + text)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void wantsTheVersionReadForEveryChange() {
        var tag = call("GET", "", "").headers().firstValue("ETag").orElseThrow();

        assertThat(call("PATCH", "", "{\"name\":\"A\"}").statusCode()).isEqualTo(428);
        assertThat(call("PATCH", "", "{\"name\":\"A\"}", "If-Match", "\"99\"").statusCode())
                .isEqualTo(412);
        assertThat(call("PATCH", "", "{\"name\":\"A\"}", "If-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(call("PATCH", "", "{\"name\":\"B\"}", "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(call("PATCH", "", "{\"name\":\"B\"}", "If-Match", "*").body())
                .contains("\"name\":\"B\"");
    }

    @Test
    void answersARepeatedRequestAsTheFirstOne() {
        var body = "{\"key\":\"i" + UUID.randomUUID() + "\",\"name\":\"Once\"}";
        var headers = new String[] {
            "Authorization",
            "Bearer " + senders.instanceToken(),
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };

        var first = new Browser(port).call("POST", "/api/v1/projects", body, headers);
        var second = new Browser(port).call("POST", "/api/v1/projects", body, headers);
        var other = new Browser(port).call("POST", "/api/v1/projects", body.replace("Once", "Twice"), headers);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void keepsNoTokenForRepeatedRequests() {
        var body = "{\"name\":\"ci\",\"scopes\":[\"read\"]}";

        var made = call("POST", "/tokens", body, "Idempotency-Key", "k" + UUID.randomUUID());

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(sql.sql(
                                "select count(*) from platform.idempotency_key where convert_from(body, 'UTF8') like '%ilk_pat%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsTeamsWithPeopleAndChannels() {
        var team = "{\"name\":\"Payments\",\"channels\":[{\"kind\":\"EMAIL\",\"address\":\"pay@example.org\"}]}";

        assertThat(call("PUT", "/teams/pay", team).statusCode()).isEqualTo(200);
        assertThat(call("PUT", "/teams/pay", team).statusCode()).isEqualTo(428);
        assertThat(call("GET", "/teams/pay", "").body()).contains("pay@example.org");
        assertThat(call("PUT", "/teams/ops", "{\"members\":[0]}").body()).contains("0 is no member of this project");
    }

    @Test
    void letsOnePersonJoinByAnInvitation() {
        var link = invitations
                .invite(project.id(), Role.TESTER, java.time.Duration.ofDays(1), TESTER)
                .secret();
        var path = "/invitations/" + link;

        var joined = new Browser(port).submit(path, path, newPerson());

        assertThat(joined.headers().firstValue("Location").orElseThrow()).endsWith("/p/" + project.key());
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(404);
        assertThat(call("GET", "/members", "").body()).contains("\"role\":\"tester\"");
    }

    @Test
    void showsEveryPageOfAnAdministratorWithItsContent() {
        var person = member(Role.ADMIN);
        var base = "/p/" + project.key();

        assertThat(person.get(base + "/members").body()).contains("Invite by link");
        assertThat(person.get(base + "/teams").body()).contains("No teams yet");
        assertThat(person.get(base + "/tokens").body()).contains("New token");
        assertThat(person.get(base + "/audit?q=action:project").body()).contains("project.create");
        assertThat(person.get(base + "/settings").body()).contains("Delete the project");
        assertThat(person.get("/projects").body()).contains(project.key());
    }

    @Test
    void makesTokenAndInvitationFromPages() {
        var person = member(Role.ADMIN);
        var base = "/p/" + project.key();

        var token =
                person.submit(base + "/tokens", base + "/tokens", Map.of("name", "ci", "scopes", "READ", "days", "9"));
        var invited = person.submit(base + "/members", base + "/members/invite", Map.of("role", "VIEWER", "days", "2"));

        assertThat(token.body()).contains("ilk_pat_", "shown this once");
        assertThat(invited.body()).contains("/invitations/");
    }

    @Test
    void keepsSecretsReadableOnlyWhereTheyBelong() {
        secrets.put(project.id(), "env/staging", "KEY", "s3cret-value", TESTER);

        assertThat(secrets.reveal(project.id(), "env/staging", "KEY")).contains("s3cret-value");
        assertThat(secrets.list(project.id(), "env/staging"))
                .extracting(SecretInfo::name)
                .containsExactly("KEY");
        assertThat(secrets.revealAll(project.id(), "env/other")).isEmpty();

        sql.sql("update security.secret set holder = 'env/other' where project_id = :id")
                .param("id", project.id().value())
                .update();
        assertThatThrownBy(() -> secrets.revealAll(project.id(), "env/other")).hasMessageContaining("does not open");
    }

    @Test
    void storesNoSecretInClear() {
        secrets.put(project.id(), "env/staging", "KEY", "canary-7261", TESTER);

        var rows = sql.sql("select encode(sealed, 'escape') from security.secret where project_id = :id")
                .param("id", project.id().value())
                .query(String.class)
                .list();

        assertThat(rows).hasSize(1).noneMatch(row -> row.contains("canary"));
    }

    @Test
    void keepsTheAuditTrailFromBeingChanged() {
        audit.record(project.id(), TESTER, "test.line", "a\nb", null, null);

        var lines = audit.list(project.id(), FilterQuery.parse("action:test", AuditLog.FIELDS), null, 10);
        assertThat(lines.items())
                .singleElement()
                .satisfies(line -> assertThat(line.object()).isEqualTo("a b"));
        for (var change : java.util.List.of(
                "update security.audit_entry set action = 'x'",
                "delete from security.audit_entry",
                "truncate security.audit_entry")) {
            assertThatThrownBy(() -> sql.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void walksTheAuditTrailByCursor() {
        for (var i = 0; i < 5; i++) {
            audit.record(project.id(), TESTER, "test.walk", "line " + i, null, null);
        }
        var filter = FilterQuery.parse("action:test.walk", AuditLog.FIELDS);

        var first = audit.list(project.id(), filter, null, 3);
        var second = audit.list(project.id(), filter, first.next(), 3);

        assertThat(first.items()).extracting(AuditEntry::object).containsExactly("line 4", "line 3", "line 2");
        assertThat(second.items()).extracting(AuditEntry::object).containsExactly("line 1", "line 0");
        assertThat(second.next()).isNull();
    }

    @Test
    void deletesAProjectButKeepsItsTrail() {
        secrets.put(project.id(), "env/staging", "KEY", "s3cret-value", TESTER);

        projects.delete(project.id(), IfMatch.any(), TESTER);

        assertThat(projects.find(project.key())).isEmpty();
        assertThat(audit.list(project.id(), FilterQuery.parse("", AuditLog.FIELDS), null, 50)
                        .items())
                .isNotEmpty();
    }

    private Browser member(Role role) {
        var secret = invitations
                .invite(project.id(), role, java.time.Duration.ofDays(1), TESTER)
                .secret();
        var person = new Browser(port);
        person.submit("/invitations/" + secret, "/invitations/" + secret, newPerson());
        return person;
    }

    private static Map<String, String> newPerson() {
        return Map.of("name", "Ben", "email", UUID.randomUUID() + "@example.org", "password", PASSWORD);
    }

    private String api(String path) {
        return "/api/v1/projects/" + project.key() + path;
    }

    private java.net.http.HttpResponse<String> call(String method, String path, String body, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of("Authorization", bearer));
        all.addAll(java.util.List.of(headers));
        return new Browser(port).call(method, api(path), body, all.toArray(String[]::new));
    }
}
