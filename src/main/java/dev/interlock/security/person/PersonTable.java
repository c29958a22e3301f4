package dev.interlock.security.person;

import dev.interlock.security.NewPerson;
import dev.interlock.security.Person;
import dev.interlock.security.SecurityProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of security.person. */
@Component
public class PersonTable {
    static final String COLUMNS = "id, name, email, instance_admin, active, password_hash, password_version";

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Passwords passwords;

    PersonTable(JdbcClient sql, InstantSource clock, Passwords passwords) {
        this.sql = sql;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** A person with what is known of the password. */
    public record Account(Person person, String passwordHash, int passwordVersion) {
        @Override
        public String toString() {
            return "Account[" + person.id() + "]";
        }
    }

    /** Makes an account; refuses what the rules refuse and an e-mail that has one. */
    public Person add(NewPerson wanted, boolean instanceAdmin) {
        PersonRules.check(wanted);
        try {
            return sql.sql("""
                    insert into security.person (name, email, password_hash, instance_admin, created_at)
                    values (:name, :email, :hash, :admin, :at)
                    returning %s
                    """.formatted(COLUMNS))
                    .param("name", wanted.name().strip())
                    .param("email", wanted.email().strip())
                    .param("hash", passwords.hash(wanted.password()))
                    .param("admin", instanceAdmin)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(PersonTable::account)
                    .single()
                    .person();
        } catch (DuplicateKeyException e) {
            throw SecurityProblem.EMAIL_IS_TAKEN.because("There is an account for " + wanted.email() + " already.");
        }
    }

    /** The account with this id. */
    public Optional<Account> find(long person) {
        return sql.sql("select " + COLUMNS + " from security.person where id = :id")
                .param("id", person)
                .query(PersonTable::account)
                .optional();
    }

    Optional<Account> findByEmail(String email) {
        return sql.sql("select " + COLUMNS + " from security.person where lower(email) = lower(:email)")
                .param("email", email.strip())
                .query(PersonTable::account)
                .optional();
    }

    void setPassword(long person, String password) {
        sql.sql("""
                update security.person set password_hash = :hash, password_version = password_version + 1 where id = :id
                """).param("hash", passwords.hash(password)).param("id", person).update();
    }

    /** Whether a person who can sign in administers the installation. */
    public boolean hasAdministrator() {
        return sql.sql("select exists (select 1 from security.person where instance_admin and active)")
                .query(Boolean.class)
                .single();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        var person = new Person(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("instance_admin"),
                row.getBoolean("active"));
        return new Account(person, row.getString("password_hash"), row.getInt("password_version"));
    }
}
