package dev.interlock.history.query;

import dev.interlock.history.HistoryProblem;
import dev.interlock.history.Quarantine;
import dev.interlock.history.Quarantines;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps quarantines; one that is over does not count and goes away when the next is set. */
@Component
class QuarantineTable implements Quarantines {
    private static final String ALL =
            "select test_key, owner, reason, until, by_name from history.quarantine where project_id = :project and until >= :today";
    private static final String PUT = """
            insert into history.quarantine values (:project, :test, :owner, :reason, :until, :by)
                on conflict (project_id, test_key) do update
               set owner = excluded.owner, reason = excluded.reason, until = excluded.until, by_name = excluded.by_name
            """;
    private static final String LIFT =
            "delete from history.quarantine where project_id = :project and (test_key = :test or until < :today)";
    private static final int LONGEST_DAYS = 90;
    private static final int LONGEST_TEXT = 500;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final InstantSource clock;

    QuarantineTable(JdbcClient jdbc, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<String, Quarantine> of(ProjectId project) {
        return jdbc
                .sql(ALL)
                .param("project", project.value())
                .param("today", today())
                .query((row, _) -> quarantine(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Quarantine::testKey, Function.identity()));
    }

    @Override
    @Transactional
    public Quarantine put(ProjectId project, Quarantine quarantine, Actor actor) {
        var faults = faults(quarantine);
        if (!faults.isEmpty()) {
            throw HistoryProblem.QUARANTINE_IS_INVALID.because(
                    "The quarantine of " + quarantine.testKey() + " was not stored.", faults);
        }
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("test", quarantine.testKey())
                .param("owner", quarantine.owner())
                .param("reason", quarantine.reason())
                .param("until", quarantine.until())
                .param("by", actor.name())
                .update();
        var text = quarantine.reason() + ", until " + quarantine.until() + ", owner " + quarantine.owner();
        audit.record(project, actor, "test.quarantine", quarantine.testKey(), null, text);
        return quarantine;
    }

    @Override
    @Transactional
    public void lift(ProjectId project, String testKey, Actor actor) {
        var ended = of(project).get(testKey);
        jdbc.sql(LIFT)
                .param("project", project.value())
                .param("test", testKey)
                .param("today", today())
                .update();
        if (ended != null) {
            audit.record(project, actor, "test.quarantine.lift", testKey, ended.reason(), null);
        }
    }

    private List<Finding> faults(Quarantine quarantine) {
        var faults = new ArrayList<Finding>();
        if (quarantine.owner().isBlank()) {
            faults.add(Finding.error("owner", "nobody is named", "Name who mends the test."));
        }
        if (quarantine.reason().isBlank() || quarantine.reason().length() > LONGEST_TEXT) {
            faults.add(Finding.error("reason", "a reason of 1 to 500 characters is missing", ""));
        }
        if (quarantine.until().isBefore(today()) || quarantine.until().isAfter(today().plusDays(LONGEST_DAYS))) {
            faults.add(Finding.error("until", "the last day is not within the next 90 days", ""));
        }
        return faults;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Quarantine quarantine(ResultSet row) throws SQLException {
        return new Quarantine(
                row.getString("test_key"),
                row.getString("owner"),
                row.getString("reason"),
                row.getObject("until", LocalDate.class),
                row.getString("by_name"));
    }
}
