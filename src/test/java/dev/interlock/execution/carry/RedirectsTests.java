package dev.interlock.execution.carry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.arazzo.FailureCause;
import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.arazzo.TransportFailure;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.Timings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTests {
    private static final Duration ZERO = Duration.ZERO;

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, PUT, GET",
        "307, POST, POST",
        "308, PUT, PUT",
        "303, HEAD, HEAD"
    })
    void keepsOrChangesTheMethodAsTheStatusSays(int status, String method, String then) throws Exception {
        var next = Redirects.next(call(method, 5), moved(status, "/there"), 0).orElseThrow();

        assertThat(next.method()).isEqualTo(then);
        assertThat(next.uri()).isEqualTo(URI.create("https://shop.example/there"));
        assertThat(next.bodyText()).isEqualTo(then.equals("GET") ? "" : "{}");
        assertThat(next.header("Content-Type").isPresent()).isEqualTo(!then.equals("GET"));
        assertThat(next.header("Authorization")).contains("Bearer secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/x", "https://shop.example:8443/x", "//evil.example/x"})
    void takesNothingThatMightBeACredentialToAnotherOrigin(String location) throws Exception {
        var next = Redirects.next(call("GET", 5), moved(302, location), 0).orElseThrow();

        assertThat(next.headers())
                .extracting(HttpHeader::name)
                .containsExactlyInAnyOrder("Accept", "Content-Type", "traceparent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.example/x", "file:///etc/passwd", "gopher://shop.example/", "http://[", "mailto:a"})
    void refusesToGoWhereNoRequestMayGo(String location) {
        var failure = catchThrowableOfType(
                TransportFailure.class, () -> Redirects.next(call("GET", 5), moved(302, location), 0));

        assertThat(failure.causeClass()).isEqualTo(FailureCause.POLICY);
        assertThat(failure.sentence()).contains(location.startsWith("http://s") ? "from https" : "no address");
    }

    @Test
    void stopsALoop() {
        var failure = catchThrowableOfType(
                TransportFailure.class, () -> Redirects.next(call("GET", 2), moved(302, "/orders"), 2));

        assertThat(failure.sentence()).contains("more than 2 redirects");
    }

    @Test
    void followsNothingUnlessTheStepSaysSo() throws Exception {
        assertThat(Redirects.next(call("GET", 0), moved(302, "/there"), 0)).isEmpty();
        assertThat(Redirects.next(call("GET", 5), moved(304, "/there"), 0)).isEmpty();
    }

    @Test
    void sendsCookiesBackToWhereTheyCameFromOnly() {
        var cookies = new Cookies();
        var shop = URI.create("http://shop.example/orders");
        cookies.keep(
                shop, List.of(new HttpHeader("Set-Cookie", "sid=1; Path=/; HttpOnly"), cookie("deep=2; Path=/deep")));

        assertThat(cookies.added(shop, List.of())).containsExactly(new HttpHeader("Cookie", "sid=1"));
        assertThat(cookies.added(URI.create("http://shop.example/deep/x"), List.of())
                        .getFirst()
                        .value())
                .contains("sid=1")
                .contains("deep=2");
        assertThat(cookies.added(URI.create("http://other.example/orders"), List.of()))
                .isEmpty();
    }

    @Test
    void leavesACookieTheStepSendsItself() {
        var cookies = new Cookies();
        var shop = URI.create("http://127.0.0.1:8080/orders");
        cookies.keep(shop, List.of(cookie("sid=1"), cookie("theme=dark")));

        var sent = cookies.added(shop, List.of(new HttpHeader("Cookie", "sid=own")));

        assertThat(sent).containsExactly(new HttpHeader("Cookie", "sid=own; theme=dark"));
    }

    @Test
    void forgetsACookieThatIsTakenBack() {
        var cookies = new Cookies();
        var shop = URI.create("http://shop.example/");
        cookies.keep(shop, List.of(cookie("sid=1")));
        cookies.keep(shop, List.of(cookie("sid=; Max-Age=0")));

        assertThat(cookies.added(shop, List.of())).isEmpty();
    }

    private static HttpHeader cookie(String value) {
        return new HttpHeader("Set-Cookie", value);
    }

    private static HttpCall call(String method, int redirects) {
        var headers = List.of(
                new HttpHeader("Accept", "application/json"),
                new HttpHeader("Content-Type", "application/json"),
                new HttpHeader("Authorization", "Bearer secret"),
                new HttpHeader("X-Api-Key", "secret"),
                new HttpHeader("Cookie", "sid=1"),
                new HttpHeader("traceparent", "00-1-2-01"));
        return new HttpCall(
                "shop",
                method,
                URI.create("https://shop.example/orders"),
                headers,
                "{}".getBytes(StandardCharsets.UTF_8),
                redirects);
    }

    private static OutboundAnswer moved(int status, String location) {
        return new OutboundAnswer(
                status,
                List.of(new Header("Location", location)),
                new byte[0],
                false,
                new Timings(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO),
                "",
                false,
                List.of());
    }
}
