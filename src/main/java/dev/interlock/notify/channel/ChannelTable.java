package dev.interlock.notify.channel;

import dev.interlock.history.Purpose;
import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.ChannelKind;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of channels. */
@Component
public class ChannelTable {
    private static final List<String> OF_CHANNELS = List.of("channel", "delivery", "told", "comment");

    private static final String ALL = """
            select key, kind, shown, service, team, problems, runs, purpose, branch, enabled, version
              from notify.channel
             where project_id = :project
            """;

    private static final String PUT = """
            insert into notify.channel (project_id, key, kind, shown, service, team, problems, runs, purpose, branch, enabled,
                   version)
            values (:project, :key, :kind, :shown, :service, :team, :problems, :runs, :purpose, :branch, :enabled, 1)
            on conflict (project_id, key) do update
               set kind = excluded.kind, shown = excluded.shown, service = excluded.service, team = excluded.team,
                   problems = excluded.problems, runs = excluded.runs, purpose = excluded.purpose,
                   branch = excluded.branch, enabled = excluded.enabled, version = channel.version + 1
            """;

    private final JdbcClient jdbc;

    ChannelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every channel, by key. */
    public List<Channel> all(ProjectId project) {
        return jdbc.sql(ALL + " order by key")
                .param("project", project.value())
                .query((row, n) -> channel(row))
                .list();
    }

    /** One channel. */
    public Optional<Channel> find(ProjectId project, ChannelKey key) {
        return jdbc.sql(ALL + " and key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .query((row, n) -> channel(row))
                .optional();
    }

    /** Creates or changes a channel. */
    public void put(ProjectId project, ChannelKey key, ChannelDraft draft, String shown) {
        var purpose = draft.purpose();
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("key", key.value())
                .param("kind", draft.kind().name())
                .param("shown", shown)
                .param("service", draft.service())
                .param("team", draft.team())
                .param("problems", draft.problems())
                .param("runs", draft.runs())
                .param("purpose", purpose == null ? "" : purpose.name())
                .param("branch", draft.branch())
                .param("enabled", draft.enabled())
                .update();
    }

    /** Deletes a channel with everything told to it. */
    public void delete(ProjectId project, ChannelKey key) {
        for (var table : OF_CHANNELS) {
            var column = "channel".equals(table) ? "key" : "receiver";
            jdbc.sql("delete from notify." + table + " where project_id = :project and " + column + " = :key")
                    .param("project", project.value())
                    .param("key", key.value())
                    .update();
        }
    }

    /** Deletes everything told to a project. */
    public void deleteAll(ProjectId project) {
        for (var table : List.of("channel", "delivery", "told", "comment", "news")) {
            jdbc.sql("delete from notify." + table + " where project_id = :project")
                    .param("project", project.value())
                    .update();
        }
    }

    private static Channel channel(ResultSet row) throws SQLException {
        var purpose = row.getString("purpose");
        var draft = new ChannelDraft(
                ChannelKind.valueOf(row.getString("kind")),
                null,
                null,
                row.getString("service"),
                row.getString("team"),
                row.getBoolean("problems"),
                row.getBoolean("runs"),
                purpose.isEmpty() ? null : Purpose.valueOf(purpose),
                row.getString("branch"),
                row.getBoolean("enabled"));
        return new Channel(new ChannelKey(row.getString("key")), draft, row.getString("shown"), row.getLong("version"));
    }
}
