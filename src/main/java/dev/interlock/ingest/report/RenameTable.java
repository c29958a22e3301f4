package dev.interlock.ingest.report;

import dev.interlock.ingest.Rename;
import dev.interlock.ingest.report.RenameFinder.Pair;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.ProjectDeleted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Renames in the database. */
@Component
class RenameTable {
    private static final int MOST = 1_000;

    private static final String ALL = """
            select id, name, former, state, similarity, run_key, at
              from ingest.rename
             where project_id = :project
             order by state <> 'PROPOSED', similarity desc, id desc
             limit 1000
            """;

    private static final String PROPOSE = """
            insert into ingest.rename (project_id, name, former, state, similarity, run_key, at)
            select :project, :name, :former, :state, :similarity, :run, :at
             where :state <> 'PROPOSED'
                or (select count(*) from ingest.rename where project_id = :project and state = 'PROPOSED') < :most
                on conflict (project_id, name, former) do nothing
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    RenameTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Rename> all(ProjectId project) {
        return jdbc.sql(ALL)
                .param("project", project.value())
                .query(RenameTable::rename)
                .list();
    }

    Optional<Rename> find(ProjectId project, long id) {
        return jdbc.sql("""
                        select id, name, former, state, similarity, run_key, at
                          from ingest.rename
                         where project_id = :project and id = :id
                        """)
                .param("project", project.value())
                .param("id", id)
                .query(RenameTable::rename)
                .optional();
    }

    /** The first name of each test that is reported under another one. */
    Map<String, String> accepted(ProjectId project) {
        var direct = new HashMap<String, String>();
        jdbc.sql("select name, former from ingest.rename where project_id = :project and state = 'ACCEPTED'")
                .param("project", project.value())
                .query(row -> {
                    direct.put(row.getString("name"), row.getString("former"));
                });
        var first = new HashMap<String, String>();
        direct.keySet().forEach(name -> first.put(name, first(direct, name)));
        return first;
    }

    private static String first(Map<String, String> direct, String name) {
        var met = new HashSet<String>();
        var at = name;
        while (direct.containsKey(at) && met.add(at)) {
            at = direct.get(at);
        }
        return at;
    }

    /** Keeps a proposal unless it is known already or too many wait; answers whether it is new. */
    boolean propose(ProjectId project, Pair pair, String run) {
        return insert(
                        project,
                        pair.name().identity(),
                        pair.former().identity(),
                        Rename.State.PROPOSED,
                        pair.similarity(),
                        run)
                == 1;
    }

    /** Keeps what a person said; the id. */
    long say(ProjectId project, String name, String former) {
        insert(project, name, former, Rename.State.DECLINED, 1, "");
        return jdbc.sql(
                        "select id from ingest.rename where project_id = :project and name = :name and former = :former")
                .param("project", project.value())
                .param("name", name)
                .param("former", former)
                .query(Long.class)
                .single();
    }

    /** Decides; another accepted former name of the same name is declined by that. */
    void decide(ProjectId project, Rename rename, Rename.State state) {
        if (state == Rename.State.ACCEPTED) {
            jdbc.sql("""
                            update ingest.rename set state = 'DECLINED'
                             where project_id = :project and name = :name and state = 'ACCEPTED'
                            """)
                    .param("project", project.value())
                    .param("name", rename.name())
                    .update();
        }
        jdbc.sql("update ingest.rename set state = :state where project_id = :project and id = :id")
                .param("state", state.name())
                .param("project", project.value())
                .param("id", rename.id())
                .update();
    }

    @EventListener
    void on(ProjectDeleted news) {
        for (var table : List.of("rename", "seen_names")) {
            jdbc.sql("delete from ingest." + table + " where project_id = :project")
                    .param("project", news.project().value())
                    .update();
        }
    }

    private int insert(
            ProjectId project, String name, String former, Rename.State state, double similarity, String run) {
        return jdbc.sql(PROPOSE)
                .param("project", project.value())
                .param("name", name)
                .param("former", former)
                .param("state", state.name())
                .param("similarity", similarity)
                .param("run", run)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .update();
    }

    private static Rename rename(ResultSet row, int number) throws SQLException {
        return new Rename(
                row.getLong("id"),
                row.getString("name"),
                row.getString("former"),
                Rename.State.valueOf(row.getString("state")),
                row.getDouble("similarity"),
                row.getString("run_key"),
                at(row));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}
