package dev.interlock.notify.news;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened and is not yet told, and which problem was told to whom. */
@Component
class NewsTable {
    private static final String TELL = """
            insert into notify.told as told (project_id, receiver, problem_id, day)
            values (:project, :receiver, :problem, :day)
            on conflict (project_id, receiver, problem_id) do update set day = excluded.day where told.day < excluded.day
            """;

    private final JdbcClient jdbc;

    NewsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that happened to a run. */
    record News(long id, ProjectId project, RunId run, String type) {}

    void add(ProjectId project, RunId run, String type) {
        jdbc.sql("insert into notify.news (project_id, run_id, type) values (:project, :run, :type)")
                .param("project", project.value())
                .param("run", run.value())
                .param("type", type)
                .update();
    }

    /** The oldest of all. */
    Optional<News> next() {
        return jdbc.sql("select id, project_id, run_id, type from notify.news order by id limit 1")
                .query((row, n) -> new News(
                        row.getLong("id"),
                        new ProjectId(row.getLong("project_id")),
                        new RunId(row.getObject("run_id", UUID.class)),
                        row.getString("type")))
                .optional();
    }

    /** Takes one away, for good when the transaction of the caller commits; false when another process did. */
    boolean take(News news) {
        return jdbc.sql("delete from notify.news where id = :id and project_id = :project")
                        .param("id", news.id())
                        .param("project", news.project().value())
                        .update()
                == 1;
    }

    /** Whether the receiver was not told of the problem today; from now on it was. */
    boolean isFirstToday(ProjectId project, String receiver, long problem, LocalDate day) {
        return jdbc.sql(TELL)
                        .param("project", project.value())
                        .param("receiver", receiver)
                        .param("problem", problem)
                        .param("day", day)
                        .update()
                == 1;
    }
}
