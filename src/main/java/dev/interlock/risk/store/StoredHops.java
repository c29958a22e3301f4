package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopBelief;
import dev.interlock.risk.HopId;
import dev.interlock.risk.Move;
import dev.interlock.risk.fault.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code risk.hop}. What was read is kept by its revision, which no two stored rows share, so that only what changed
 * since is sent and parsed again; whether a row is still the same is asked of the database every time.
 */
@Component
class StoredHops {
    static final int MOST_KEPT = 10_000;
    private static final String ALL = """
            select consumer, provider, hop.revision, kept.revision is not null as is_kept,
                   case when kept.revision is null then log_odds end as log_odds,
                   case when kept.revision is null then structure end as structure,
                   case when kept.revision is null then worked end as worked,
                   case when kept.revision is null then evidence end as evidence,
                   case when kept.revision is null then updated_at end as updated_at,
                   case when kept.revision is null then moves end as moves,
                   case when kept.revision is null then state end as state
              from risk.hop hop
              left join unnest(:kept) as kept(revision) on kept.revision = hop.revision
             where project_id = :project
            """;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<List<Move>> MOVES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Map<ProjectId, Map<Long, Stored>> kept = new LinkedHashMap<>(16, .75f, true);

    StoredHops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param memory the numbers behind the belief; null for what was believed before they were kept */
    record Stored(HopId hop, HopBelief belief, Memory.@Nullable OfHop memory) {}

    /** Every hop of a project that something is believed of, by revision. */
    Map<Long, Stored> of(ProjectId project) {
        var known = known(project);
        var now = new LinkedHashMap<Long, Stored>();
        jdbc.sql(ALL)
                .param("project", project.value())
                .param("kept", known.keySet().toArray(Long[]::new))
                .query(row -> {
                    var revision = row.getLong("revision");
                    var same = row.getBoolean("is_kept") ? known.get(revision) : null;
                    now.put(revision, same == null ? stored(row) : same);
                });
        keep(project, now);
        return now;
    }

    private Map<Long, Stored> known(ProjectId project) {
        synchronized (kept) {
            return kept.getOrDefault(project, Map.of());
        }
    }

    private void keep(ProjectId project, Map<Long, Stored> now) {
        synchronized (kept) {
            kept.put(project, now);
            shorten(kept.values().iterator());
        }
    }

    /** Projects that nobody asked for go first. */
    private void shorten(Iterator<Map<Long, Stored>> oldestFirst) {
        var all = kept.values().stream().mapToInt(Map::size).sum();
        while (all > MOST_KEPT && oldestFirst.hasNext()) {
            all -= oldestFirst.next().size();
            oldestFirst.remove();
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var belief = new HopBelief(
                row.getDouble("log_odds"),
                row.getDouble("structure"),
                row.getBoolean("worked"),
                row.getDouble("evidence"),
                row.getTimestamp("updated_at").toInstant(),
                MAPPER.readValue(row.getString("moves"), MOVES));
        var hop = new HopId(row.getString("consumer"), row.getString("provider"));
        return new Stored(hop, belief, state == null ? null : MAPPER.readValue(state, Memory.OfHop.class));
    }
}
