package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopBelief;
import dev.interlock.risk.HopFacts;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import dev.interlock.risk.Move;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code risk.hop}. */
@Component
class Beliefs {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('risk'), cast(:project as integer))";
    private static final String ALL = """
            select consumer, provider, log_odds, structure, worked, evidence, updated_at, moves
              from risk.hop where project_id = :project
            """;
    private static final String SAVE = """
            insert into risk.hop
            values (:project, :consumer, :provider, :odds, :structure, :worked, :evidence, :at, cast(:moves as jsonb))
                on conflict (project_id, consumer, provider) do update
               set log_odds = excluded.log_odds, structure = excluded.structure, worked = excluded.worked,
                   evidence = excluded.evidence, updated_at = excluded.updated_at, moves = excluded.moves
            """;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<List<Move>> MOVES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Beliefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one change of a project's beliefs happen at a time, to the end of the transaction. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK)
                .param("project", Long.hashCode(project.value()))
                .query((_, _) -> true)
                .single();
    }

    /** A filter that goes on from what is stored, with the structure of now. */
    HopFilter filter(ProjectId project, Landscape.View view, Instant now) {
        var filter = new HopFilter();
        var stored = stored(project);
        stored.forEach(filter::restore);
        view.facts().forEach(facts -> {
            filter.structure(facts, now);
            drift(filter, facts, stored.get(facts.hop()), now);
        });
        view.notes().values().forEach(note -> filter.restore(note.service(), note.care()));
        return filter;
    }

    /** Third parties change without telling: what was seen working a day ago or longer is a little less sure now. */
    private static void drift(HopFilter filter, HopFacts facts, @Nullable HopBelief before, Instant now) {
        if (!facts.thirdParty() || before == null || !before.worked()) {
            return;
        }
        var days = Duration.between(before.updatedAt(), now).toHours() / 24.0;
        if (days >= 1) {
            filter.drifted(facts.hop(), days, now);
        }
    }

    void save(ProjectId project, HopFilter filter, Collection<HopId> hops) {
        hops.forEach(hop -> filter.find(hop).ifPresent(belief -> save(project, hop, belief)));
    }

    private Map<HopId, HopBelief> stored(ProjectId project) {
        var beliefs = new HashMap<HopId, HopBelief>();
        jdbc.sql(ALL).param("project", project.value()).query(row -> {
            beliefs.put(new HopId(row.getString("consumer"), row.getString("provider")), belief(row));
        });
        return beliefs;
    }

    private void save(ProjectId project, HopId hop, HopBelief belief) {
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param("consumer", hop.consumer())
                .param("provider", hop.provider())
                .param("odds", belief.logOdds())
                .param("structure", belief.structure())
                .param("worked", belief.worked())
                .param("evidence", belief.evidence())
                .param("at", Timestamp.from(belief.updatedAt()))
                .param("moves", MAPPER.writeValueAsString(belief.moves()))
                .update();
    }

    private static HopBelief belief(ResultSet row) throws SQLException {
        return new HopBelief(
                row.getDouble("log_odds"),
                row.getDouble("structure"),
                row.getBoolean("worked"),
                row.getDouble("evidence"),
                row.getTimestamp("updated_at").toInstant(),
                MAPPER.readValue(row.getString("moves"), MOVES));
    }
}
