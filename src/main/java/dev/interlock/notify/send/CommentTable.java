package dev.interlock.notify.send;

import dev.interlock.platform.ProjectId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which comment of a change is Interlock's. */
@Component
class CommentTable {
    private final JdbcClient jdbc;

    CommentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(ProjectId project, String receiver, String change) {
        return jdbc.sql("""
                select comment_id from notify.comment
                 where project_id = :project and receiver = :receiver and change = :change
                """)
                .param("project", project.value())
                .param("receiver", receiver)
                .param("change", change)
                .query(String.class)
                .optional();
    }

    void put(ProjectId project, String receiver, String change, String comment) {
        jdbc.sql("""
                insert into notify.comment (project_id, receiver, change, comment_id)
                values (:project, :receiver, :change, :comment)
                on conflict (project_id, receiver, change) do update set comment_id = excluded.comment_id
                """)
                .param("project", project.value())
                .param("receiver", receiver)
                .param("change", change)
                .param("comment", comment)
                .update();
    }
}
