package dev.interlock.risk.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopBelief;
import dev.interlock.risk.HopFacts;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import dev.interlock.risk.Move;
import dev.interlock.risk.fault.Care;
import dev.interlock.risk.fault.FaultModel;
import dev.interlock.risk.fault.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code risk.hop}: what is believed of hops, with the numbers behind it. */
@Component
class Beliefs {
    private static final double A_DAY = Duration.ofDays(1).toMillis();
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('risk'), cast(:project as integer))";
    private static final String ALL = """
            select consumer, provider, log_odds, structure, worked, evidence, updated_at, moves, state
              from risk.hop where project_id = :project
            """;
    private static final String NUMBERS = """
            select consumer, provider, log_odds, structure, worked, evidence, updated_at, state,
                   case when worked and :service not in (consumer, provider) then '[]' else moves end as moves
              from risk.hop where project_id = :project
            """;
    private static final String SAVE = """
            insert into risk.hop (project_id, consumer, provider, log_odds, structure, worked, evidence, updated_at, moves,
                                  state)
            select :project, hop.*
              from jsonb_to_recordset(cast(:rows as jsonb))
                as hop(consumer text, provider text, log_odds double precision, structure double precision,
                       worked boolean, evidence double precision, updated_at timestamptz, moves jsonb, state jsonb)
                on conflict (project_id, consumer, provider) do update
               set log_odds = excluded.log_odds, structure = excluded.structure, worked = excluded.worked,
                   evidence = excluded.evidence, updated_at = excluded.updated_at, moves = excluded.moves,
                   state = excluded.state
            """;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<List<Move>> MOVES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Learned learned;
    private final ServiceNotes notes;

    Beliefs(JdbcClient jdbc, Learned learned, ServiceNotes notes) {
        this.jdbc = jdbc;
        this.learned = learned;
        this.notes = notes;
    }

    private record Stored(HopBelief belief, Memory.@Nullable OfHop memory) {}

    private record Row(
            String consumer,
            String provider,
            @JsonProperty("log_odds") double logOdds,
            double structure,
            boolean worked,
            double evidence,
            @JsonProperty("updated_at") String updatedAt,
            List<Move> moves,
            Memory.OfHop state) {}

    /** Lets one change of a project's beliefs happen at a time, to the end of the transaction. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK)
                .param("project", Long.hashCode(project.value()))
                .query((_, _) -> true)
                .single();
    }

    /** A filter that goes on from what is stored, with the structure of now and what may have changed unseen until now. */
    HopFilter filter(ProjectId project, Landscape.View view, Instant now) {
        return filter(project, view, now, jdbc.sql(ALL), _ -> true);
    }

    /** The same with the reasons of the hops of one service only: enough for what happens to it. */
    HopFilter filter(ProjectId project, Landscape.View view, Instant now, String service) {
        var sql = jdbc.sql(NUMBERS).param("service", service);
        return filter(project, view, now, sql, hop -> hop.touches(service));
    }

    /** The same without the reasons for what was seen working: enough to score, not to save. */
    HopFilter numbers(ProjectId project, Landscape.View view, Instant now) {
        return filter(project, view, now, jdbc.sql(NUMBERS).param("service", ""), _ -> true);
    }

    private HopFilter filter(
            ProjectId project, Landscape.View view, Instant now, StatementSpec sql, Predicate<HopId> drifting) {
        var filter = new HopFilter(new FaultModel(learned.lessons(project)));
        stored(project, sql).forEach((hop, stored) -> filter.restore(hop, stored.belief(), stored.memory()));
        var hops = view.facts();
        hops.forEach(facts -> filter.structure(facts, now));
        view.notes().values().forEach(note -> filter.restore(note.service(), note.care()));
        learned.restoreFailures(project, filter.model());
        hops.stream().filter(facts -> drifting.test(facts.hop())).forEach(facts -> drift(filter, facts, now));
        return filter;
    }

    /** Keeps what changed and tells which hops did. */
    Set<HopId> save(ProjectId project, HopFilter filter) {
        var hops = filter.changed();
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param(
                        "rows",
                        MAPPER.writeValueAsString(
                                hops.stream().map(hop -> row(hop, filter)).toList()))
                .update();
        var before = notes.of(project);
        var cares = new HashMap<String, Care>(filter.cares());
        before.forEach((service, note) -> cares.remove(service, note.care()));
        notes.save(project, cares);
        learned.save(project, filter.model());
        return hops;
    }

    private static void drift(HopFilter filter, HopFacts facts, Instant now) {
        if (!facts.thirdParty()) {
            return;
        }
        var belief = filter.find(facts.hop()).orElseThrow();
        var days = Duration.between(belief.updatedAt(), now).toMillis() / A_DAY;
        if (belief.worked() && days >= 1) {
            filter.drifted(facts.hop(), days, now);
        }
    }

    private Map<HopId, Stored> stored(ProjectId project, StatementSpec sql) {
        var beliefs = new HashMap<HopId, Stored>();
        sql.param("project", project.value()).query(row -> {
            beliefs.put(new HopId(row.getString("consumer"), row.getString("provider")), stored(row));
        });
        return beliefs;
    }

    private static Row row(HopId hop, HopFilter filter) {
        var belief = filter.find(hop).orElseThrow();
        return new Row(
                hop.consumer(),
                hop.provider(),
                belief.logOdds(),
                belief.structure(),
                belief.worked(),
                belief.evidence(),
                belief.updatedAt().toString(),
                belief.moves(),
                filter.memory(hop));
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
        return new Stored(belief, state == null ? null : MAPPER.readValue(state, Memory.OfHop.class));
    }
}
