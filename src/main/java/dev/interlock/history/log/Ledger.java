package dev.interlock.history.log;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps runs, tests and results. */
@Component
class Ledger {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('history'), cast(:project as integer))";
    private static final String ADD_RUN = """
            insert into history.run (project_id, run_id, number, month, purpose, branch, environment, evidence, plan,
                   versions, started_at)
            values (:project, :id, :number, :month, :purpose, :branch, :environment, :evidence, :plan,
                   cast(:versions as jsonb), :started)
                on conflict (project_id, run_id) do nothing
            """;
    private static final String RUN = "select id from history.run where project_id = :project and run_id = :id";
    private static final String ADD_TESTS = """
            insert into history.test as known (project_id, test_key, name)
            select :project, test_key, name
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (test_key text, name text)
             order by test_key
                on conflict (project_id, test_key) do update set name = excluded.name where known.name <> excluded.name
            """;
    private static final String TESTS =
            "select id, test_key from history.test where project_id = :project and test_key in (:keys)";
    private static final String STORED = """
            select seq from history.result
             where month = date '{month}' and run = :run and project_id = :project and seq in (:seqs)
            """;
    private static final String ADD_RESULTS = """
            insert into history.result
            select :project, :run, finished_at, :month, seq, test, took_ms, problem, attempts, outcome, marks
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (finished_at timestamptz, seq integer, test integer,
                   took_ms integer, problem integer, attempts smallint, outcome "char",
                   marks "char")
            """;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of results. */
    record ResultRow(
            Instant finishedAt, int seq, int test, int tookMs, int problem, int attempts, char outcome, char marks) {}

    private record TestName(String testKey, String name) {}

    /** Lets one batch of a project be written at a time, to the end of the transaction. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK)
                .param("project", Long.hashCode(project.value()))
                .query((_, _) -> true)
                .single();
    }

    /** The short number of a run, which is stored when it is new. */
    long run(ProjectId project, RunRef run) {
        jdbc.sql(ADD_RUN)
                .param("project", project.value())
                .param("id", run.id().value())
                .param("number", run.number())
                .param("month", run.month())
                .param("purpose", run.purpose().name())
                .param("branch", run.branch())
                .param("environment", run.environmentName())
                .param("evidence", run.isEvidence())
                .param("plan", run.plan())
                .param("versions", JsonRows.of(versions(run)))
                .param("started", Timestamp.from(run.startedAt()))
                .update();
        return jdbc.sql(RUN)
                .param("project", project.value())
                .param("id", run.id().value())
                .query(Long.class)
                .single();
    }

    /** The short numbers of tests, by key; new ones are stored. */
    Map<String, Integer> tests(ProjectId project, Collection<ItemOutcome> items) {
        var names = items.stream()
                .collect(Collectors.toMap(ItemOutcome::testKey, ItemOutcome::name, (first, _) -> first))
                .entrySet()
                .stream()
                .map(entry -> new TestName(entry.getKey(), entry.getValue()))
                .toList();
        jdbc.sql(ADD_TESTS)
                .param("project", project.value())
                .param("rows", JsonRows.of(names))
                .update();
        var ids = new HashMap<String, Integer>();
        jdbc.sql(TESTS)
                .param("project", project.value())
                .param("keys", names.stream().map(TestName::testKey).toList())
                .query(row -> {
                    ids.put(row.getString("test_key"), row.getInt("id"));
                });
        return ids;
    }

    /** Numbers of the items that are stored already. */
    Set<Integer> stored(ProjectId project, long run, RunRef ref, List<ItemOutcome> items) {
        return jdbc.sql(STORED.replace("{month}", ref.month().toString()))
                .param("project", project.value())
                .param("run", run)
                .param("seqs", items.stream().map(ItemOutcome::seq).toList())
                .query((row, _) -> row.getInt("seq"))
                .set();
    }

    void add(ProjectId project, long run, RunRef ref, List<ResultRow> rows) {
        jdbc.sql(ADD_RESULTS)
                .param("project", project.value())
                .param("run", run)
                .param("month", ref.month())
                .param("rows", JsonRows.of(rows))
                .update();
    }

    private static Map<String, String> versions(RunRef run) {
        return run.versions().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }
}
