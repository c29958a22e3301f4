package dev.interlock.security.person;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers a person has signed in from. Wrong tries from elsewhere do not keep the owner of an account out: a known
 * browser waits for its own wrong tries only. The cookie opens nothing by itself, a password is always asked for.
 */
@Component
class KnownDevices {
    static final int MOST = 10;
    private static final Duration UNUSED = Duration.ofDays(180);
    private static final String PLAIN = "interlock-device";
    private static final String SECURE = "__Host-interlock-device";

    private static final String FIND = """
            update security.known_device set last_used_at = :now
             where secret_hash = :hash and person_id = :person and last_used_at > :oldest
            """;
    private static final String TRIM = """
            delete from security.known_device
             where last_used_at <= :oldest
                or secret_hash in (select secret_hash from security.known_device where person_id = :person
                                    order by last_used_at desc offset :most)
            """;

    private final JdbcClient sql;
    private final InstantSource clock;

    KnownDevices(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Names the browser of a request for counting its tries, when this person has signed in from it before. */
    Optional<String> subject(HttpServletRequest request, long person) {
        return secret(request).filter(secret -> isOf(secret, person)).map(KnownDevices::subject);
    }

    /** Makes the browser known by a cookie; one that is known keeps its cookie. */
    void remember(HttpServletRequest request, HttpServletResponse response, long person) {
        if (subject(request, person).isPresent()) {
            return;
        }
        var secret = LinkSecret.create();
        sql.sql(
                        "insert into security.known_device (secret_hash, person_id, last_used_at) values (:hash, :person, :now)")
                .param("hash", LinkSecret.hash(secret))
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        sql.sql(TRIM)
                .param("oldest", clock.instant().minus(UNUSED).atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("most", MOST)
                .update();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, request.isSecure()));
    }

    /** Makes every browser of the person unknown. */
    void forget(long person) {
        sql.sql("delete from security.known_device where person_id = :person")
                .param("person", person)
                .update();
    }

    private boolean isOf(String secret, long person) {
        return sql.sql(FIND)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("hash", LinkSecret.hash(secret))
                        .param("person", person)
                        .param("oldest", clock.instant().minus(UNUSED).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static String subject(String secret) {
        return "device:" + HexFormat.of().formatHex(LinkSecret.hash(secret), 0, 12);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        var name = request.isSecure() ? SECURE : PLAIN;
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String cookie(String secret, boolean isSecure) {
        return ResponseCookie.from(isSecure ? SECURE : PLAIN, secret)
                .path("/")
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Lax")
                .maxAge(UNUSED)
                .build()
                .toString();
    }
}
