package dev.interlock.ingest.landscape;

import dev.interlock.ingest.DoneImport;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.ProjectDeleted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports that were done with what they added, of the last 30 days. */
@Component
class UndoTable {
    private static final Duration UNDOABLE = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    UndoTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(ProjectId project, String kind, Added added, Actor actor) {
        forget(project);
        var id = jdbc.sql("""
                        insert into ingest.done_import (project_id, kind, at, by_name)
                        values (:project, :kind, :at, :by) returning id
                        """)
                .param("project", project.value())
                .param("kind", kind)
                .param("at", now())
                .param("by", actor.name())
                .query(Long.class)
                .single();
        parts(project, id, "TEAM", added.teams);
        parts(project, id, "SERVICE", added.services);
        parts(project, id, "INTEGRATION", added.integrations);
        return id;
    }

    private void parts(ProjectId project, long id, String sort, Map<String, Long> parts) {
        parts.forEach((name, version) -> jdbc.sql("""
                        insert into ingest.done_import_part (project_id, import_id, sort, name, version)
                        values (:project, :id, :sort, :name, :version)
                        """)
                .param("project", project.value())
                .param("id", id)
                .param("sort", sort)
                .param("name", name)
                .param("version", version)
                .update());
    }

    Added added(ProjectId project, long id) {
        var added = new Added();
        jdbc.sql(
                        "select sort, name, version from ingest.done_import_part where project_id = :project and import_id = :id")
                .param("project", project.value())
                .param("id", id)
                .query(row -> {
                    var part = switch (row.getString("sort")) {
                        case "TEAM" -> added.teams;
                        case "SERVICE" -> added.services;
                        default -> added.integrations;
                    };
                    part.put(row.getString("name"), row.getLong("version"));
                });
        return added;
    }

    List<DoneImport> recent(ProjectId project) {
        return jdbc.sql("""
                        select d.id, d.kind, d.at, d.by_name, d.undone,
                               count(*) filter (where p.sort = 'SERVICE') as services,
                               count(*) filter (where p.sort = 'INTEGRATION') as integrations
                          from ingest.done_import d
                          join ingest.done_import_part p on p.project_id = d.project_id and p.import_id = d.id
                         where d.project_id = :project
                         group by d.id, d.kind, d.at, d.by_name, d.undone
                         order by d.id desc
                         limit 50
                        """)
                .param("project", project.value())
                .query((row, at) -> done(row))
                .list();
    }

    Optional<DoneImport> find(ProjectId project, long id) {
        return recent(project).stream().filter(one -> one.id() == id).findFirst();
    }

    /** Whether it was this caller who undid it. */
    boolean undone(ProjectId project, long id) {
        return jdbc.sql("""
                        update ingest.done_import set undone = true
                         where project_id = :project and id = :id and not undone and at > :since
                        """)
                        .param("project", project.value())
                        .param("id", id)
                        .param("since", now().minus(UNDOABLE))
                        .update()
                == 1;
    }

    private DoneImport done(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var undone = row.getBoolean("undone");
        return new DoneImport(
                row.getLong("id"),
                row.getString("kind"),
                at,
                row.getString("by_name"),
                row.getInt("services"),
                row.getInt("integrations"),
                undone,
                !undone && at.isAfter(clock.instant().minus(UNDOABLE)));
    }

    /** The parts go with it. */
    private void forget(ProjectId project) {
        jdbc.sql("delete from ingest.done_import where project_id = :project and at < :before")
                .param("project", project.value())
                .param("before", now().minus(KEPT))
                .update();
    }

    @EventListener
    void on(ProjectDeleted news) {
        jdbc.sql("delete from ingest.done_import where project_id = :project")
                .param("project", news.project().value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
