package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.HopBelief;
import dev.interlock.risk.HopFacts;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import dev.interlock.risk.fault.Care;
import dev.interlock.risk.fault.FaultModel;
import dev.interlock.risk.fault.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code risk.hop}: what is believed of hops, with the numbers behind it. */
@Component
class Beliefs {
    private static final double A_DAY = Duration.ofDays(1).toMillis();
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('risk'), cast(:project as integer))";
    private static final String SAVE = """
            insert into risk.hop (project_id, consumer, provider, log_odds, structure, worked, evidence, updated_at, moves,
                                  state)
            select :project, consumer, provider, log_odds, structure, worked, evidence, cast(updated_at as timestamptz),
                   cast(moves as json), cast(state as json)
              from unnest(:consumers, :providers, :logOdds, :structures, :worked, :evidence, :updatedAt, :moves, :states)
                as hop(consumer, provider, log_odds, structure, worked, evidence, updated_at, moves, state)
                on conflict (project_id, consumer, provider) do update
               set log_odds = excluded.log_odds, structure = excluded.structure, worked = excluded.worked,
                   evidence = excluded.evidence, updated_at = excluded.updated_at, moves = excluded.moves,
                   state = excluded.state, revision = excluded.revision
            """;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcClient jdbc;
    private final StoredHops stored;
    private final Learned learned;
    private final ServiceNotes notes;

    Beliefs(JdbcClient jdbc, StoredHops stored, Learned learned, ServiceNotes notes) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.learned = learned;
        this.notes = notes;
    }

    private record Row(HopId hop, HopBelief belief, Memory.OfHop memory) {}

    /** Lets one change of a project's beliefs happen at a time, to the end of the transaction. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK)
                .param("project", Long.hashCode(project.value()))
                .query((_, _) -> true)
                .single();
    }

    /** The same, with the noise of these tests: what is needed to learn from their outcomes. */
    HopFilter filter(ProjectId project, Landscape.View view, Instant now, Collection<String> tests) {
        var filter = filter(project, view, now);
        learned.restoreTests(project, filter.model(), tests);
        return filter;
    }

    /** A filter that goes on from what is stored, with the structure of now and what may have changed unseen until now. */
    HopFilter filter(ProjectId project, Landscape.View view, Instant now) {
        var filter = numbers(project, view, now);
        learned.restoreFailures(project, filter.model());
        return filter;
    }

    /** The same with the hops of the paths through one service only: enough for a new version of it, not for outcomes. */
    HopFilter filter(ProjectId project, Landscape.View view, Instant now, String service) {
        var near = view.near(service);
        var facts =
                view.facts().stream().filter(one -> near.contains(one.hop())).toList();
        var filter = restored(project, facts, view, near::contains, now);
        facts.stream().filter(one -> one.hop().touches(service)).forEach(one -> drift(filter, one, now));
        return filter;
    }

    /** The same without open failures: enough to score, not to save. */
    HopFilter numbers(ProjectId project, Landscape.View view, Instant now) {
        var hops = view.facts();
        var filter = restored(project, hops, view, _ -> true, now);
        hops.forEach(facts -> drift(filter, facts, now));
        return filter;
    }

    private HopFilter restored(
            ProjectId project, List<HopFacts> hops, Landscape.View view, Predicate<HopId> which, Instant now) {
        var filter = new HopFilter(new FaultModel(learned.lessons(project)));
        stored.of(project).values().stream()
                .filter(hop -> which.test(hop.hop()))
                .forEach(hop -> filter.restore(hop.hop(), hop.belief(), hop.memory()));
        hops.forEach(facts -> filter.structure(facts, now));
        view.notes().values().forEach(note -> filter.restore(note.service(), note.care()));
        return filter;
    }

    /** Keeps what changed and tells which hops did. */
    Set<HopId> save(ProjectId project, HopFilter filter) {
        var hops = filter.changed();
        if (!hops.isEmpty()) {
            var rows = hops.stream()
                    .map(hop -> new Row(hop, filter.find(hop).orElseThrow(), filter.memory(hop)))
                    .toList();
            save(project, Columns.of(rows));
        }
        var before = notes.of(project);
        var cares = new HashMap<String, Care>(filter.cares());
        before.forEach((service, note) -> cares.remove(service, note.care()));
        notes.save(project, cares);
        learned.save(project, filter.model());
        return hops;
    }

    private void save(ProjectId project, Columns<Row> rows) {
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param("consumers", rows.texts(row -> row.hop().consumer()))
                .param("providers", rows.texts(row -> row.hop().provider()))
                .param("logOdds", rows.numbers(row -> row.belief().logOdds()))
                .param("structures", rows.numbers(row -> row.belief().structure()))
                .param("worked", rows.flags(row -> row.belief().worked()))
                .param("evidence", rows.numbers(row -> row.belief().evidence()))
                .param("updatedAt", rows.texts(row -> row.belief().updatedAt().toString()))
                .param(
                        "moves",
                        rows.texts(row -> MAPPER.writeValueAsString(row.belief().moves())))
                .param("states", rows.texts(row -> MAPPER.writeValueAsString(row.memory())))
                .update();
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
}
