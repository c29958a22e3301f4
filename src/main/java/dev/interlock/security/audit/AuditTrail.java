package dev.interlock.security.audit;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Cursor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import dev.interlock.security.AuditEntry;
import dev.interlock.security.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The audit trail in table security.audit_entry. */
@Component
class AuditTrail implements AuditLog {
    private static final int LONGEST = 4_000;
    private static final int MOST = 200;
    private static final ProjectId INSTALLATION = new ProjectId(0);

    private static final String ADD = """
            insert into security.audit_entry (project_id, at, actor_kind, actor_id, actor_name, action, object,
                                              state_before, state_after, address)
            values (:project, :at, :kind, :id, :name, :action, :object, :before, :after, :address)
            """;

    private static final String LIST = """
            select id, at, actor_kind, actor_id, actor_name, action, object, state_before, state_after, address
              from security.audit_entry
             where project_id is not distinct from cast(:project as bigint)
               and id < :beforeId
               and (cast(:actors as text[]) is null or lower(actor_name) like any (:actors) or actor_id = any (:plainActors))
               and (cast(:actions as text[]) is null or lower(action) like any (:actions))
               and (cast(:objects as text[]) is null or lower(object) like any (:objects))
               and at >= cast(:since as timestamptz)
               and (cast(:words as text[]) is null
                    or lower(concat_ws(' ', actor_name, action, object, state_before, state_after)) like all (:words))
             order by id desc
             limit :limit
            """;

    private final JdbcClient sql;
    private final InstantSource clock;

    AuditTrail(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void record(
            @Nullable ProjectId project,
            Actor actor,
            String action,
            String object,
            @Nullable String before,
            @Nullable String after) {
        sql.sql(ADD)
                .param("project", project == null ? null : project.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("id", plain(actor.id()))
                .param("name", plain(actor.name()))
                .param("action", plain(action))
                .param("object", plain(object))
                .param("before", before == null ? null : plain(before))
                .param("after", after == null ? null : plain(after))
                .param("address", address())
                .update();
    }

    @Override
    public Slice<AuditEntry> list(@Nullable ProjectId project, FilterQuery filter, @Nullable String after, int limit) {
        var owner = project == null ? INSTALLATION : project;
        var most = Math.clamp(limit, 1, MOST);
        var rows = sql.sql(LIST)
                .param("project", project == null ? null : project.value())
                .param("beforeId", after == null ? Long.MAX_VALUE : place(owner, after))
                .param("actors", patterns(filter, "actor"))
                .param("plainActors", filter.wanted("actor").orElse(List.of()).toArray(String[]::new))
                .param("actions", patterns(filter, "action"))
                .param("objects", patterns(filter, "object"))
                .param("since", since(filter))
                .param("words", like(filter.words()))
                .param("limit", most + 1)
                .query(AuditTrail::entry)
                .list();
        return Slice.of(rows, most, last -> Cursor.of(owner, "audit", List.of(Long.toString(last.id()))));
    }

    private static long place(ProjectId project, String cursor) {
        return Long.parseLong(Cursor.values(project, "audit", cursor).getFirst());
    }

    private static String @Nullable [] patterns(FilterQuery filter, String field) {
        return like(filter.wanted(field).orElse(List.of()));
    }

    private static String @Nullable [] like(List<String> texts) {
        var patterns = texts.stream()
                .map(text -> "%" + text.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .toArray(String[]::new);
        return patterns.length == 0 ? null : patterns;
    }

    private OffsetDateTime since(FilterQuery filter) {
        var days = filter.wanted("since").orElse(List.of()).stream()
                .filter(text -> text.matches("\\d{1,4}d"))
                .mapToLong(text -> Long.parseLong(text.substring(0, text.length() - 1)))
                .findFirst();
        return days.isEmpty()
                ? OffsetDateTime.parse("2000-01-01T00:00:00Z")
                : clock.instant().minus(Duration.ofDays(days.getAsLong())).atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                row.getString("action"),
                row.getString("object"),
                row.getString("state_before"),
                row.getString("state_after"),
                row.getString("address"));
    }

    private static String plain(String text) {
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
