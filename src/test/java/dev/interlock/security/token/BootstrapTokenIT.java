package dev.interlock.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.security.AuditLog;
import dev.interlock.security.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BootstrapTokenIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ADDRESS = "127.0.0.1";

    private final String value = "first-start-" + UUID.randomUUID();

    @Autowired
    JdbcClient sql;

    @Autowired
    AuditLog audit;

    @BeforeEach
    void withoutAdministrators() {
        sql.sql("update security.person set instance_admin = false").update();
    }

    @Test
    void isAnAdministratorsTokenForADay() {
        start(value, NOON);

        assertThat(at(NOON.plus(Duration.ofHours(23)))).get().satisfies(asker -> {
            assertThat(asker.instanceAdmin()).isTrue();
            assertThat(asker.actor().name()).isEqualTo("first start");
        });
        assertThat(at(NOON.plus(Duration.ofHours(25)))).isEmpty();
    }

    @Test
    void isIgnoredWhenItHasFewerThanFortyCharacters() {
        var shortOne = value.substring(0, 39);

        start(shortOne, NOON);

        assertThat(new BearerTokens(sql, InstantSource.fixed(NOON)).signedIn(shortOne, ADDRESS))
                .isEmpty();
    }

    @Test
    void keepsItsFirstEndWhenTheServiceStartsAgain() {
        start(value, NOON);
        start(value, NOON.plus(Duration.ofHours(20)));

        assertThat(at(NOON.plus(Duration.ofHours(23)))).isPresent();
        assertThat(at(NOON.plus(Duration.ofHours(25)))).isEmpty();
    }

    @Test
    void isRefusedFromTheMomentAPersonIsAdministrator() {
        start(value, NOON);
        assertThat(at(NOON)).isPresent();

        makeAdministrator();

        assertThat(at(NOON)).isEmpty();
    }

    @Test
    void isNotMadeWhenAPersonIsAdministratorAlready() {
        makeAdministrator();
        start(value, NOON);
        withoutAdministrators();

        assertThat(at(NOON)).isEmpty();
    }

    private void start(String text, Instant when) {
        new BootstrapToken(sql, InstantSource.fixed(when), audit, text).afterSingletonsInstantiated();
    }

    private Optional<SignedIn> at(Instant when) {
        return new BearerTokens(sql, InstantSource.fixed(when)).signedIn(value, ADDRESS);
    }

    private void makeAdministrator() {
        sql.sql("""
                insert into security.person (name, email, password_hash, instance_admin, created_at)
                values ('Ana', :email, 'none', true, now())
                """).param("email", UUID.randomUUID() + "@example.org").update();
    }
}
