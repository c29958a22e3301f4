package dev.interlock.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInIT {
    private static final String PASSWORD = "four green bicycles";

    @LocalServerPort
    int port;

    @Autowired
    Setup setup;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    @Test
    void createsTheFirstAdministratorOnceByTheLinkOfTheFirstStart() {
        withoutAdministrators();
        var link = setup.linkIfNeeded("").orElseThrow();
        var browser = new Browser(port);

        var created = browser.submit(link, link, Map.of("name", "Ana", "email", email(), "password", PASSWORD));

        assertThat(created.statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").body()).contains("Ana");
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(404);
        assertThat(setup.linkIfNeeded("")).isEmpty();
    }

    @Test
    void namesEveryFaultOfANewAccountAtOnce() {
        withoutAdministrators();
        var link = setup.linkIfNeeded("").orElseThrow();

        var refused = new Browser(port).submit(link, link, Map.of("name", " ", "email", "nobody", "password", "short"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("has 5 characters", "is no e-mail address", "is empty, too long");
    }

    @Test
    void rotatesTheSessionWhenSomebodySignsIn() {
        var email = person();
        var browser = new Browser(port);
        browser.get("/sign-in");
        var before = browser.session();

        var answer = browser.signIn(email, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var email = person();

        var answer = new Browser(port).post("/sign-in", Map.of("email", email, "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhatAnotherSiteSends() {
        var browser = new Browser(port);

        assertThat(browser.post("/sign-in", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/sign-in", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get(
                                "/sign-in",
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "document")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsNobodyWhetherEmailOrPasswordWasWrong() {
        var wrong = new Browser(port).signIn(person(), "five green bicycles");
        var unknown = new Browser(port).signIn(email(), "five green bicycles");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("do not belong together");
        assertThat(unknown.body()).contains("do not belong together");
    }

    @Test
    void makesTheNextTryWaitEvenWithTheRightPassword() {
        var email = person();
        guessedElsewhere(email);

        assertThat(new Browser(port).signIn(email, PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void letsTheOwnerInFromAKnownBrowserWhileOthersGuess() {
        var email = person();
        var known = signedIn(email);
        known.submit("/account", "/sign-out", Map.of());

        guessedElsewhere(email);

        assertThat(new Browser(port).signIn(email, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(known.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void makesAKnownBrowserWaitForItsOwnWrongTries() {
        var email = person();
        var known = signedIn(email);
        known.submit("/account", "/sign-out", Map.of());

        assertThat(known.signIn(email, "five green bicycles").statusCode()).isEqualTo(422);
        holdBack("device:%");

        assertThat(known.signIn(email, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(new Browser(port).signIn(email, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void knowsABrowserNoMoreOnceThePasswordChanged() {
        var email = person();
        var here = signedIn(email);
        var elsewhere = signedIn(email);
        here.submit("/account", "/account/password", Map.of("present", PASSWORD, "password", "six yellow umbrellas"));

        guessedElsewhere(email);

        assertThat(elsewhere.signIn(email, "six yellow umbrellas").statusCode()).isEqualTo(429);
    }

    @Test
    void believesNoForwardedHeaderUnlessAProxyIsTrusted() {
        var cookies = new Browser(port)
                .get("/sign-in", "X-Forwarded-Proto", "https")
                .headers()
                .allValues("Set-Cookie");

        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("interlock="))
                .noneMatch(cookie -> cookie.contains("__Host-") || cookie.contains("Secure"));
    }

    @Test
    void endsTheSessionWhenSomebodySignsOut() {
        var browser = signedIn(person());

        browser.submit("/account", "/sign-out", Map.of());

        assertThat(browser.get("/account").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?to=%2Faccount");
    }

    @Test
    void endsEveryOtherSessionWhenThePasswordChanges() {
        var email = person();
        var here = signedIn(email);
        var elsewhere = signedIn(email);

        var answer = here.submit(
                "/account", "/account/password", Map.of("present", PASSWORD, "password", "six yellow umbrellas"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void endsSessionsOfAnAccountThatIsSwitchedOff() {
        var email = person();
        var browser = signedIn(email);
        sql.sql("update security.person set active = false where email = :email")
                .param("email", email)
                .update();

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void sendsScriptsToTheSignInPageByHeader() {
        var answer = new Browser(port)
                .get("/account", "HX-Request", "true", "HX-Current-URL", "http://localhost:1/p/shop/runs?q=a");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in?to=%2Fp%2Fshop%2Fruns%3Fq%3Da");
    }

    @Test
    void goesBackToOwnPagesOnly() {
        var email = person();
        var browser = new Browser(port);

        var answer = browser.submit(
                "/sign-in", "/sign-in", Map.of("email", email, "password", PASSWORD, "to", "//elsewhere.example"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("elsewhere");
    }

    @Test
    void sendsEveryProtectiveHeaderWithAPage() {
        var headers = new Browser(port).get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.allValues("Set-Cookie"))
                .allMatch(cookie -> !cookie.startsWith("interlock=")
                        || (cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")));
    }

    @Test
    void answersAnUnknownAddressWithAPageThatCarriesItsId() {
        var browser = signedIn(person());

        var answer = browser.get("/nothing/here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing at this address").containsPattern("Request [0-9a-f]{32}");
    }

    /** A wrong try of somebody else, after which the account waits for long. */
    private void guessedElsewhere(String email) {
        new Browser(port).signIn(email, "five green bicycles");
        holdBack("account:" + email);
    }

    private void holdBack(String subject) {
        var held = sql.sql("update security.sign_in_failure set next_allowed = now() + interval '1 hour'"
                        + " where subject like :subject")
                .param("subject", subject)
                .update();
        assertThat(held).isEqualTo(1);
    }

    private Browser signedIn(String email) {
        var browser = new Browser(port);
        assertThat(browser.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    /** Makes an account by the only way there is without a project: as first administrator. */
    private String person() {
        withoutAdministrators();
        var email = email();
        var link = setup.linkIfNeeded("").orElseThrow();
        setup.complete(link.substring("/setup/".length()), new NewPerson("Ana", email, PASSWORD));
        return email;
    }

    private void withoutAdministrators() {
        sql.sql("update security.person set instance_admin = false").update();
        sql.sql("delete from security.sign_in_failure").update();
    }

    private static String email() {
        return UUID.randomUUID() + "@example.org";
    }
}
