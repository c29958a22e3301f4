package dev.interlock.history.log;

import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Classification;
import dev.interlock.history.Failure;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts failures into problems, and closes problems that no test shows any more. Callers hold the lock of the project. */
@Component
class ProblemBook {
    private static final int MOST_PER_RUN = 500;
    private static final String COUNT =
            "select count(*) from history.problem_run where project_id = :project and run = :run";
    private static final String ADD = """
            insert into history.problem as known (project_id, signature, sentence, cause, blame_consumer, blame_provider,
                   blame_known, blame_sentence, classification, note, open, first_run, last_run, last_at, good_run, version)
            select :project, signature, sentence, cause, consumer, provider, blame_known, blame, classification, '', true,
                   :run, :run, :at,
                   (select max(state.passed_run) from history.test_state state
                     where state.project_id = :project and state.environment = :environment
                       and state.test = any (tests) and state.passed_run < :run), 1
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (signature text, sentence text, cause text,
                   consumer text, provider text, blame_known text, blame text, classification text, tests integer[])
             order by signature
                on conflict (project_id, signature) do update
               set open = true, last_run = excluded.last_run, last_at = excluded.last_at,
                   first_run = case when known.open or known.closed_run = excluded.last_run then known.first_run
                                    else excluded.first_run end,
                   good_run = case when known.open or known.closed_run = excluded.last_run then known.good_run
                                   else excluded.good_run end,
                   version = known.version + case when known.open then 0 else 1 end
            returning id, signature
            """;
    private static final String ADD_RUN = """
            insert into history.problem_run as known
            select :project, :run, problem.id, mine.items, problem.first_run = :run
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (problem integer, items integer)
              join history.problem on problem.id = mine.problem and problem.project_id = :project
             order by problem.id
                on conflict (project_id, run, problem) do update set items = known.items + excluded.items
            """;
    private static final String ADD_TESTS = """
            insert into history.problem_test
            select distinct :project, problem, test, :environment, :branch, :run, true
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (problem integer, test integer)
                on conflict (project_id, problem, test, environment, branch) do update
               set run = excluded.run, has_it = true
            """;
    private static final String ADD_PATHS = """
            insert into history.problem_path
            select distinct :project, problem, path
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (problem integer, path text)
                on conflict do nothing
            """;
    private static final String CLEAR = """
            update history.problem_test
               set has_it = false
             where project_id = :project and has_it and test in (:tests) and environment = :environment
               and branch = :branch and run <> :run
            """;
    private static final String CLOSE = """
            update history.problem
               set open = false, closed_run = :run, version = version + 1
             where project_id = :project and open
               and id in (select had.problem from history.problem_test had
                           where had.project_id = :project and had.test in (:tests)
                             and had.environment = :environment and had.branch = :branch)
               and not exists (select from history.problem_test still
                                where still.project_id = :project and still.problem = problem.id and still.has_it)
               and exists (select from history.problem_test had
                             join history.test_state state on state.project_id = :project and state.test = had.test
                              and state.environment = had.environment
                            where had.project_id = :project and had.problem = problem.id and state.outcome = 'P')
            returning id
            """;

    private final JdbcClient jdbc;

    ProblemBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record NewProblem(
            String signature,
            String sentence,
            CauseClass cause,
            @Nullable String consumer,
            @Nullable String provider,
            @Nullable String blameKnown,
            @Nullable String blame,
            Classification classification,
            Set<Integer> tests) {}

    private record ProblemItems(int problem, int items) {}

    private record ProblemTest(int problem, int test) {}

    private record ProblemPath(int problem, String path) {}

    /** The problem of each failing item, by its number in the run. */
    Map<Integer, Integer> file(
            ProjectId project, long run, RunRef ref, List<ItemOutcome> items, Map<String, Integer> tests) {
        var bySignature = bySignature(project, run, items);
        if (bySignature.isEmpty()) {
            return Map.of();
        }
        var ids = add(project, run, ref, bySignature, tests);
        var problems = new HashMap<Integer, Integer>();
        bySignature.forEach((signature, failing) ->
                failing.forEach(item -> problems.put(item.seq(), ids.getOrDefault(signature, 0))));
        addLinks(project, run, ref, items, problems, tests);
        return problems;
    }

    /**
     * Closes problems that no test shows any more where it did, and of which one test passes; gives their numbers. A test
     * that fails otherwise does not show the problem, but on its own it does not say either that the problem is gone.
     */
    List<Long> close(ProjectId project, long run, RunRef ref, List<ItemOutcome> items, Map<String, Integer> tests) {
        var settled = items.stream()
                .filter(item -> item.outcome().isVerdict())
                .map(item -> tests.get(item.testKey()))
                .distinct()
                .toList();
        if (settled.isEmpty()) {
            return List.of();
        }
        over(CLEAR, project, run, ref, settled).update();
        return over(CLOSE, project, run, ref, settled)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private JdbcClient.StatementSpec over(String sql, ProjectId project, long run, RunRef ref, List<Integer> tests) {
        return jdbc.sql(sql)
                .param("project", project.value())
                .param("tests", tests)
                .param("environment", ref.environmentName())
                .param("branch", ref.branch())
                .param("run", run);
    }

    private Map<String, List<ItemOutcome>> bySignature(ProjectId project, long run, List<ItemOutcome> items) {
        var failing = items.stream()
                .filter(item -> item.outcome().isFault() && item.failure() != null)
                .toList();
        if (failing.isEmpty()) {
            return Map.of();
        }
        var left = MOST_PER_RUN - count(project, run);
        var groups = new LinkedHashMap<String, List<ItemOutcome>>();
        for (var item : failing) {
            var failure = failure(item);
            var exact = Signature.of(failure);
            var signature = groups.containsKey(exact) || groups.size() < left ? exact : Signature.coarse(failure);
            groups.computeIfAbsent(signature, _ -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    private int count(ProjectId project, long run) {
        return jdbc.sql(COUNT)
                .param("project", project.value())
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    private Map<String, Integer> add(
            ProjectId project,
            long run,
            RunRef ref,
            Map<String, List<ItemOutcome>> bySignature,
            Map<String, Integer> tests) {
        var rows = bySignature.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue(), tests))
                .toList();
        var ids = new HashMap<String, Integer>();
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("run", run)
                .param("environment", ref.environmentName())
                .param(
                        "at",
                        Timestamp.from(bySignature
                                .values()
                                .iterator()
                                .next()
                                .getFirst()
                                .finishedAt()))
                .param("rows", JsonRows.of(rows))
                .query(row -> {
                    ids.put(row.getString("signature"), row.getInt("id"));
                });
        return ids;
    }

    private void addLinks(
            ProjectId project,
            long run,
            RunRef ref,
            List<ItemOutcome> items,
            Map<Integer, Integer> problems,
            Map<String, Integer> tests) {
        var counts = new HashMap<Integer, Integer>();
        problems.values().forEach(problem -> counts.merge(problem, 1, Integer::sum));
        var testRows = new ArrayList<ProblemTest>();
        var pathRows = new ArrayList<ProblemPath>();
        for (var item : items) {
            var problem = problems.get(item.seq());
            if (problem != null) {
                testRows.add(new ProblemTest(problem, tests.getOrDefault(item.testKey(), 0)));
                item.paths()
                        .forEach(share -> pathRows.add(
                                new ProblemPath(problem, share.path().value())));
            }
        }
        var runRows = counts.entrySet().stream()
                .map(e -> new ProblemItems(e.getKey(), e.getValue()))
                .toList();
        write(ADD_RUN, project, run, ref, runRows);
        write(ADD_TESTS, project, run, ref, testRows);
        write(ADD_PATHS, project, run, ref, pathRows);
    }

    private void write(String sql, ProjectId project, long run, RunRef ref, List<?> rows) {
        jdbc.sql(sql)
                .param("project", project.value())
                .param("run", run)
                .param("environment", ref.environmentName())
                .param("branch", ref.branch())
                .param("rows", JsonRows.of(rows))
                .update();
    }

    private static NewProblem problem(String signature, List<ItemOutcome> items, Map<String, Integer> tests) {
        var failure = failure(items.getFirst());
        var blame = failure.blame();
        var ids = new TreeSet<Integer>();
        items.forEach(item -> ids.add(tests.getOrDefault(item.testKey(), 0)));
        return new NewProblem(
                signature,
                failure.sentence(),
                failure.cause(),
                blame == null ? null : consumer(blame),
                blame == null ? null : blame.provider().value(),
                blame == null ? null : blame.known().name(),
                blame == null ? null : blame.sentence(),
                Classification.UNKNOWN,
                ids);
    }

    private static @Nullable String consumer(Blame blame) {
        var consumer = blame.consumer();
        return consumer == null ? null : consumer.value();
    }

    private static Failure failure(ItemOutcome item) {
        return Objects.requireNonNull(item.failure());
    }
}
