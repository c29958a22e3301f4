package dev.interlock.security.person;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Cursor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import dev.interlock.security.AuditLog;
import dev.interlock.security.People;
import dev.interlock.security.Person;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.Sessions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People in table security.person. */
@Component
class PersonStore implements People {
    private static final int PAGE = 50;
    private static final ProjectId INSTALLATION = new ProjectId(0);

    private final JdbcClient sql;
    private final PersonTable table;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final AuditLog audit;

    PersonStore(
            JdbcClient sql,
            PersonTable table,
            Passwords passwords,
            Sessions sessions,
            KnownDevices devices,
            AuditLog audit) {
        this.sql = sql;
        this.table = table;
        this.passwords = passwords;
        this.sessions = sessions;
        this.devices = devices;
        this.audit = audit;
    }

    @Override
    public Optional<Person> find(long person) {
        return table.find(person).map(PersonTable.Account::person);
    }

    @Override
    public Slice<Person> list(@Nullable String after) {
        var place = after == null ? List.of("", "0") : Cursor.values(INSTALLATION, "people", after);
        var rows = sql
                .sql("""
                select %s from security.person
                 where (lower(name), id) > (:name, :id) order by lower(name), id limit :limit
                """.formatted(PersonTable.COLUMNS))
                .param("name", place.getFirst())
                .param("id", Long.parseLong(place.getLast()))
                .param("limit", PAGE + 1)
                .query(PersonTable::account)
                .list()
                .stream()
                .map(PersonTable.Account::person)
                .toList();
        return Slice.of(rows, PAGE, PersonStore::cursor);
    }

    @Override
    @Transactional
    public void rename(long person, String name) {
        PersonRules.checkName(name);
        var before = known(person);
        sql.sql("update security.person set name = :name where id = :id")
                .param("name", name.strip())
                .param("id", person)
                .update();
        audit.record(null, actor(before), "person.rename", before.email(), before.name(), name.strip());
    }

    @Override
    @Transactional
    public void changePassword(long person, String present, String wanted) {
        var account = table.find(person).orElseThrow(() -> unknown(person));
        if (!passwords.matches(present, account.passwordHash())) {
            throw SecurityProblem.PASSWORD_IS_WRONG.because("The present password is not the one typed.");
        }
        PersonRules.checkPassword(wanted, account.person().email());
        table.setPassword(person, wanted);
        sessions.endAll(person);
        devices.forget(person);
        audit.record(
                null,
                actor(account.person()),
                "person.password",
                account.person().email(),
                null,
                null);
    }

    @Override
    @Transactional
    public void setActive(long person, boolean active, Actor actor) {
        change(person, "active", active, actor);
        if (!active) {
            sessions.endAll(person);
            devices.forget(person);
        }
    }

    @Override
    @Transactional
    public void setInstanceAdmin(long person, boolean admin, Actor actor) {
        change(person, "instance_admin", admin, actor);
    }

    private void change(long person, String column, boolean value, Actor actor) {
        var before = known(person);
        // taken in turn, so that two administrators cannot remove each other at once
        sql.sql("select id from security.person where instance_admin for update")
                .query(Long.class)
                .list();
        sql.sql("update security.person set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", person)
                .update();
        if (!table.hasAdministrator()) {
            throw SecurityProblem.LAST_ADMINISTRATOR.because(
                    before.name() + " is the last administrator of this installation.");
        }
        audit.record(null, actor, "person." + column, before.email(), null, Boolean.toString(value));
    }

    private Person known(long person) {
        return find(person).orElseThrow(() -> unknown(person));
    }

    private static RuntimeException unknown(long person) {
        return SecurityProblem.PERSON_IS_UNKNOWN.because("There is no person " + person + ".");
    }

    private static Actor actor(Person person) {
        return Actor.person(Long.toString(person.id()), person.name());
    }

    private static String cursor(Person last) {
        var name = last.name().toLowerCase(java.util.Locale.ROOT);
        return Cursor.of(INSTALLATION, "people", List.of(name, Long.toString(last.id())));
    }
}
