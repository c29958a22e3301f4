package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.security.Browser;
import dev.interlock.security.NewPerson;
import dev.interlock.security.Setup;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser somebody may do everything with. */
public final class SignedInBrowser {
    private static final String PASSWORD = "four green bicycles";

    private SignedInBrowser() {}

    /** Signed in as the only administrator of the instance. */
    public static Browser administrator(int port, Setup setup, JdbcClient sql) {
        sql.sql("update security.person set instance_admin = false").update();
        var email = UUID.randomUUID() + "@example.org";
        var link = setup.linkIfNeeded("").orElseThrow();
        setup.complete(link.substring("/setup/".length()), new NewPerson("Ana", email, PASSWORD));
        var browser = new Browser(port);
        assertThat(browser.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}
