package dev.interlock.security.person;

import dev.interlock.platform.Actor;
import dev.interlock.security.AuditLog;
import dev.interlock.security.NewPerson;
import dev.interlock.security.Person;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Setup;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The link of the first start, in table security.setup_link. */
@Component
class SetupLinks implements Setup {
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final JdbcClient sql;
    private final InstantSource clock;
    private final PersonTable people;
    private final AuditLog audit;

    SetupLinks(JdbcClient sql, InstantSource clock, PersonTable people, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.people = people;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Optional<String> linkIfNeeded(String baseUrl) {
        inTurn();
        sql.sql("delete from security.setup_link").update();
        if (people.hasAdministrator()) {
            return Optional.empty();
        }
        var secret = LinkSecret.create();
        sql.sql("insert into security.setup_link (secret_hash, expires_at) values (:hash, :expires)")
                .param("hash", LinkSecret.hash(secret))
                .param("expires", now().plus(GOOD_FOR))
                .update();
        return Optional.of(baseUrl + "/setup/" + secret);
    }

    @Override
    public boolean isNeeded() {
        return !people.hasAdministrator();
    }

    @Override
    public boolean isOpen(String secret) {
        return sql.sql(
                        "select exists (select 1 from security.setup_link where secret_hash = :hash and expires_at > :now)")
                .param("hash", LinkSecret.hash(secret))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public Person complete(String secret, NewPerson wanted) {
        inTurn();
        var used = sql.sql("delete from security.setup_link where secret_hash = :hash and expires_at > :now")
                .param("hash", LinkSecret.hash(secret))
                .param("now", now())
                .update();
        if (used == 0 || people.hasAdministrator()) {
            throw SecurityProblem.LINK_IS_DEAD.because(
                    "This set-up link was used already, or its 30 minutes are over.");
        }
        var person = people.add(wanted, true);
        var actor = Actor.person(Long.toString(person.id()), person.name());
        audit.record(null, actor, "setup.complete", person.email(), null, null);
        return person;
    }

    /** One at a time over all nodes, until the transaction ends. */
    private void inTurn() {
        sql.sql("select pg_advisory_xact_lock(7310020001)")
                .query((row, number) -> 0)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
