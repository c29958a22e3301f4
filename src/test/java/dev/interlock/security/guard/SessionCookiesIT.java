package dev.interlock.security.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.security.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Behind a proxy that ends TLS and is told to be trusted. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.forward-headers-strategy=native")
class SessionCookiesIT {
    @LocalServerPort
    int port;

    @Test
    void bindsTheCookieToThisHostWhenTheReaderCameByTls() {
        assertThat(sessionCookies("https"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__Host-interlock=")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain="));
    }

    @Test
    void setsAPlainCookieOnPlainHttp() {
        assertThat(sessionCookies("http"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("interlock=")
                        .contains("HttpOnly", "SameSite=Lax")
                        .doesNotContain("Secure"));
    }

    private List<String> sessionCookies(String scheme) {
        var answer = new Browser(port).get("/sign-in", "X-Forwarded-Proto", scheme, "X-Forwarded-For", "203.0.113.7");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("interlock="))
                .toList();
    }
}
