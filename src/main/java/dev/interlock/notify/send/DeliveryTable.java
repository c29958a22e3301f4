package dev.interlock.notify.send;

import dev.interlock.notify.Delivery;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages to be sent and sent; of each receiver one is on its way at a time, with one process. */
@Component
public class DeliveryTable {
    /** Longer than all requests of one message may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String ADD = """
            insert into notify.delivery (project_id, receiver, way, address, run_key, message, made_at, due_at, state,
                   attempts, reason)
            values (:project, :receiver, :way, :address, :run, cast(:message as jsonb), :now, :now, 'WAITING', 0, '')
            """;

    private static final String OVERTAKE = """
            update notify.delivery set state = 'SKIPPED', reason = 'The run ended before.'
             where project_id = :project and receiver = :receiver and run_key = :run and state = 'WAITING'
               and message ->> 'type' = 'run.accepted' and (leased_until is null or leased_until <= :now)
            """;

    private static final String FORGET = """
            delete from notify.delivery
             where project_id = :project and state <> 'WAITING'
               and id < (select id from notify.delivery where project_id = :project order by id desc offset 999 limit 1)
            """;

    private static final String LEASE_DUE = """
            with due as (
                select distinct on (one.project_id, one.receiver) one.id, one.due_at
                  from notify.delivery one
                 where one.state = 'WAITING' and one.due_at <= :now
                   and not exists (select 1 from notify.delivery other
                                    where other.project_id = one.project_id and other.receiver = one.receiver
                                      and other.state = 'WAITING' and other.leased_until > :now)
                 order by one.project_id, one.receiver, one.id)
            update notify.delivery target
               set leased_until = :until, attempts = target.attempts + 1
              from (select id from due order by due_at limit :most) chosen
             where target.id = chosen.id and target.state = 'WAITING' and target.due_at <= :now
               and (target.leased_until is null or target.leased_until <= :now)
            returning target.id, target.project_id, target.receiver, target.way, target.address, target.message,
                   target.made_at, target.attempts
            """;

    private static final String SETTLE = """
            update notify.delivery
               set state = :state, due_at = :due, leased_until = null, status = :status, reason = :reason
             where id = :id and attempts = :attempts and state = 'WAITING'
            """;

    private static final String NEWEST = """
            select id, receiver, message ->> 'type' as type, message ->> 'title' as title, state, attempts, status, reason,
                   made_at
              from notify.delivery where project_id = :project order by id desc limit 200
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    DeliveryTable(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A message this process alone may send until the lease is over. */
    record Leased(long id, ProjectId project, Receiver receiver, Message message, Instant madeAt, int attempts) {}

    /** Has a message sent, in the transaction of the caller; at most 1,000 old ones are kept. */
    public void add(ProjectId project, Receiver receiver, Message message) {
        var now = utc(clock.instant());
        jdbc.sql(FORGET).param("project", project.value()).update();
        if (Message.RUN_FINISHED.equals(message.type())) {
            jdbc.sql(OVERTAKE)
                    .param("project", project.value())
                    .param("receiver", receiver.name())
                    .param("run", message.runKey())
                    .param("now", now)
                    .update();
        }
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("receiver", receiver.name())
                .param("way", receiver.way().name())
                .param("address", receiver.address())
                .param("run", message.runKey())
                .param("message", json.writeValueAsString(message))
                .param("now", now)
                .update();
    }

    /** The newest messages, newest first, at most 200. */
    public List<Delivery> newest(ProjectId project) {
        return jdbc.sql(NEWEST)
                .param("project", project.value())
                .query((row, n) -> delivery(row))
                .list();
    }

    List<Leased> lease(int most) {
        var now = clock.instant();
        return jdbc.sql(LEASE_DUE)
                .param("now", utc(now))
                .param("until", utc(now.plus(LEASE)))
                .param("most", most)
                .query((row, n) -> leased(row))
                .list();
    }

    /** Notes what came of a try; nothing happens when the lease was lost. */
    void settle(Leased one, Delivery.State state, Instant due, @Nullable Integer status, String reason) {
        jdbc.sql(SETTLE)
                .param("id", one.id())
                .param("attempts", one.attempts())
                .param("state", state.name())
                .param("due", utc(due))
                .param("status", status)
                .param("reason", reason)
                .update();
    }

    private Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                row.getLong("id"),
                new ProjectId(row.getLong("project_id")),
                new Receiver(
                        row.getString("receiver"),
                        Receiver.Way.valueOf(row.getString("way")),
                        row.getString("address")),
                json.readValue(row.getString("message"), Message.class),
                at(row),
                row.getInt("attempts"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("receiver"),
                row.getString("type"),
                row.getString("title"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("reason"),
                at(row));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("made_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
