package dev.interlock.catalog.observed;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.ObservedTraffic;
import dev.interlock.catalog.ObservedTraffic.Call;
import dev.interlock.catalog.ObservedTraffic.Way;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.platform.ProjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds traffic to what is stored. Rows are written in one order, so that nodes do not wait for each other in a circle. They
 * are selected instead of given as values: the driver would make one statement of several, which may not meet a row twice.
 */
@Component
class TrafficTable {
    private static final String SERVICE = """
            insert into catalog.observed_service as known (project_id, service, kind, first_seen, last_seen)
            values (:project, :service, :kind, :last, :last)
            on conflict (project_id, service) do update
               set last_seen = greatest(known.last_seen, excluded.last_seen)
            """;

    private static final String DAY = """
            insert into catalog.observed_day as known (project_id, consumer, provider, day, calls, weight, errors, took_us,
                   slots, first_seen, last_seen, told_at)
            select :project, :consumer, :provider, :day, :calls, :weight, :errors, :micros, :slots::bigint[], :first, :last,
                   :told
            on conflict (project_id, consumer, provider, day) do update
               set calls = known.calls + excluded.calls,
                   weight = known.weight + excluded.weight,
                   errors = known.errors + excluded.errors,
                   took_us = known.took_us + excluded.took_us,
                   slots = (select array_agg(one + other order by at)
                              from unnest(known.slots, excluded.slots) with ordinality as pair (one, other, at)),
                   first_seen = least(known.first_seen, excluded.first_seen),
                   last_seen = greatest(known.last_seen, excluded.last_seen),
                   told_at = excluded.told_at
            """;

    private static final String OPERATION = """
            insert into catalog.observed_operation as known (project_id, consumer, provider, protocol, operation, calls,
                   first_seen, last_seen, told_at)
            select :project, :consumer, :provider, :protocol, :operation, :calls, :first, :last, :told
            on conflict (project_id, consumer, provider, protocol, operation) do update
               set calls = known.calls + excluded.calls,
                   first_seen = least(known.first_seen, excluded.first_seen),
                   last_seen = greatest(known.last_seen, excluded.last_seen),
                   told_at = excluded.told_at
            """;

    private static final String PATH = """
            insert into catalog.observed_path as known (project_id, digest, entry, hops, first_seen, last_seen)
            select :project, :digest, :entry, :hops, :last, :last
             where (select count(*) from catalog.observed_path where project_id = :project) < 2000
                or exists (select 1 from catalog.observed_path where project_id = :project and digest = :digest)
            on conflict (project_id, digest) do update
               set last_seen = greatest(known.last_seen, excluded.last_seen)
            """;

    /** Ways beyond the limit are counted together, so that shares stay right. */
    private static final String PATH_DAY = """
            insert into catalog.observed_path_day as known (project_id, digest, day, traces, weight, told_at)
            select :project,
                   case when exists (select 1 from catalog.observed_path where project_id = :project and digest = :digest)
                        then :digest else '' end,
                   :day, :traces, :weight, :told
            on conflict (project_id, digest, day) do update
               set traces = known.traces + excluded.traces, weight = known.weight + excluded.weight,
                   told_at = excluded.told_at
            """;

    private static final List<String> FORGET = List.of(
            "delete from catalog.observed_day where project_id = :project and told_at < :since",
            "delete from catalog.observed_path_day where project_id = :project and told_at < :since",
            """
            delete from catalog.observed_path as path
             where project_id = :project
               and not exists (select 1 from catalog.observed_path_day as day
                                where day.project_id = path.project_id and day.digest = path.digest)
            """,
            "delete from catalog.observed_operation where project_id = :project and told_at < :since");

    private static final Duration KEPT = Duration.ofDays(30);

    private final NamedParameterJdbcTemplate jdbc;
    private final InstantSource clock;

    TrafficTable(NamedParameterJdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ProjectId project, ObservedTraffic traffic) {
        var services = traffic.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(project)
                        .addValue("service", entry.getKey().value())
                        .addValue("kind", entry.getValue().name())
                        .addValue("last", at(traffic.last())))
                .toList();
        write(SERVICE, services);
        write(DAY, traffic.calls().stream().map(call -> day(project, call)).toList());
        write(
                OPERATION,
                traffic.calls().stream().map(call -> operation(project, call)).toList());
        write(PATH, traffic.paths().stream().map(way -> path(project, way)).toList());
        write(
                PATH_DAY,
                traffic.paths().stream()
                        .map(way -> path(project, way)
                                .addValue("day", way.day())
                                .addValue("traces", way.traces())
                                .addValue("weight", way.weight()))
                        .toList());
    }

    /** Removes what came more than 30 days ago, whatever the clock of its spans said: files may tell of older times. */
    void forget(ProjectId project) {
        var given = row(project).addValue("since", at(clock.instant().minus(KEPT)));
        FORGET.forEach(sql -> jdbc.update(sql, given));
    }

    private MapSqlParameterSource day(ProjectId project, Call call) {
        var slots = call.slots().toString();
        return edge(project, call)
                .addValue("day", call.day())
                .addValue("weight", call.weight())
                .addValue("errors", call.errors())
                .addValue("micros", call.micros())
                .addValue("slots", "{" + slots.substring(1, slots.length() - 1) + "}");
    }

    private MapSqlParameterSource operation(ProjectId project, Call call) {
        return edge(project, call).addValue("protocol", call.protocol()).addValue("operation", call.operation());
    }

    private MapSqlParameterSource edge(ProjectId project, Call call) {
        return row(project)
                .addValue("told", at(clock.instant()))
                .addValue("consumer", call.consumer().value())
                .addValue("provider", call.provider().value())
                .addValue("calls", call.count())
                .addValue("first", at(call.first()))
                .addValue("last", at(call.last()));
    }

    private MapSqlParameterSource path(ProjectId project, Way way) {
        var hops = CatalogJson.write(way.hops());
        return row(project)
                .addValue("told", at(clock.instant()))
                .addValue("digest", digest(way.entry(), way.hops()))
                .addValue("entry", way.entry())
                .addValue("hops", hops)
                .addValue("last", at(way.last()));
    }

    private static String digest(String entry, List<Hop> hops) {
        try {
            var bytes = (entry + "\n" + CatalogJson.write(hops)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource row(ProjectId project) {
        return new MapSqlParameterSource("project", project.value());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
