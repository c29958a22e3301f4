package dev.interlock.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UserPagesIT {
    private static final String PASSWORD = "four green bicycles";
    private static final String USERS = "/admin/users";

    @LocalServerPort
    int port;

    @Autowired
    Setup setup;

    @Autowired
    JdbcClient sql;

    private Browser administrator = new Browser(0);
    private String email = "";
    private long self;
    private long other;

    @BeforeEach
    void makePeople() {
        sql.sql("update security.person set instance_admin = false").update();
        sql.sql("delete from security.sign_in_failure").update();
        var own = UUID.randomUUID() + "@example.org";
        email = UUID.randomUUID() + "@example.org";
        var link = setup.linkIfNeeded("").orElseThrow();
        self = setup.complete(link.substring("/setup/".length()), new NewPerson("Ana", own, PASSWORD))
                .id();
        other = sql.sql("""
                insert into security.person (name, email, password_hash, instance_admin, created_at)
                select '0 Ben', :email, password_hash, false, now() from security.person where id = :self
                returning id
                """)
                .param("email", email)
                .param("self", self)
                .query(Long.class)
                .single();
        administrator = signedIn(own);
    }

    @Test
    void listsEverybodyToAnAdministratorOnly() {
        assertThat(administrator.get(USERS).body()).contains(email);
        assertThat(administrator.get(USERS + "/" + other).body()).contains("No session is open");
        assertThat(signedIn(email).get(USERS).statusCode()).isEqualTo(403);
    }

    @Test
    void makesAnotherAdministratorAndTakesItBack() {
        press(other, "administrator", "true");
        assertThat(signedIn(email).get(USERS).statusCode()).isEqualTo(200);

        press(other, "administrator", "false");
        assertThat(signedIn(email).get(USERS).statusCode()).isEqualTo(403);
    }

    @Test
    void keepsTheLastAdministrator() {
        for (var what : new String[] {"administrator", "active"}) {
            var refused =
                    administrator.submit(USERS + "/" + self, USERS + "/" + self + "/" + what, Map.of("to", "false"));

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("last administrator");
        }
        assertThat(administrator.get(USERS).statusCode()).isEqualTo(200);
    }

    @Test
    void endsEverySessionWhenAnAccountIsSwitchedOff() {
        var person = signedIn(email);

        press(other, "active", "false");

        assertThat(person.get("/account").statusCode()).isEqualTo(302);
        assertThat(new Browser(port).signIn(email, PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void endsEverySessionOfAPersonWhoMaySignInAgain() {
        var person = signedIn(email);
        assertThat(administrator.get(USERS + "/" + other).body()).contains("End every session");

        administrator.submit(USERS + "/" + other, USERS + "/" + other + "/sessions/end", Map.of());

        assertThat(person.get("/account").statusCode()).isEqualTo(302);
        assertThat(signedIn(email).get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void browsesTheCallsOfTheContract() {
        var list = administrator.get("/reference?q=runs+verdict").body();
        assertThat(list).contains("/runs/{id}/gate").doesNotContain("/services/{key}/interface");

        var call = administrator.get("/reference/requestRun");
        assertThat(call.statusCode()).isEqualTo(200);
        assertThat(call.body())
                .contains("POST /projects/{project}/runs", "curl -sS -X POST", "/api/v1/projects/$PROJECT/runs")
                .contains("Bearer $INTERLOCK_TOKEN", "202", "application/problem+json", "scope run:trigger");
        assertThat(administrator.get("/reference/importInterface").body()).contains("--data-binary @openapi.yaml");
        assertThat(administrator.get("/reference/storeResults").body()).contains("-F file=@report.xml");
        assertThat(administrator.get("/reference/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void showsEveryCallOfTheContract() {
        var list = administrator.get("/reference").body();
        var names = Pattern.compile("href=\"/reference/(\\w+)\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(
                                administrator.get("/reference/" + name).statusCode())
                        .isEqualTo(200));
    }

    private void press(long person, String what, String to) {
        var page = USERS + "/" + person;
        assertThat(administrator
                        .submit(page, page + "/" + what, Map.of("to", to))
                        .statusCode())
                .isEqualTo(302);
    }

    private Browser signedIn(String who) {
        var browser = new Browser(port);
        assertThat(browser.signIn(who, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}
