package dev.interlock.history.query;

import dev.interlock.history.FlakyTest;
import dev.interlock.history.Outcome;
import dev.interlock.history.PastOutcome;
import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.history.TookTimes;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what tests did: single outcomes from results, the rest from what is kept beside them. */
@Component
class TestHistoryQuery implements TestHistory {
    private static final String LAST = """
            select test.test_key, run.run_id, run.number, run.environment, run.branch, past.seq, past.outcome,
                   past.took_ms, past.finished_at, past.attempts, past.marks in ('F', 'B', 'X', 'Y') as flaky, past.problem
              from history.test
             cross join lateral (select * from history.result
                                  where result.test = test.id and result.project_id = test.project_id
                                  order by result.finished_at desc
                                  limit :n) past
              join history.run on run.id = past.run and run.project_id = test.project_id
             where test.project_id = :project and test.test_key in (:keys)
             order by test.test_key, past.finished_at desc, past.seq desc
            """;
    private static final String RECORDS = """
            select test.test_key, test.name, state.environment, state.outcome, run.number, state.finished_at,
                   state.passed_at, state.strip, state.passed_ms
              from history.test_state state
              join history.test on test.id = state.test
              join history.run on run.id = state.run
             where state.project_id = :project
               and (cast(:environment as text) is null or state.environment = :environment)
               and (cast(:keys as text[]) is null or test.test_key = any(:keys))
             order by state.finished_at
             limit 20000
            """;
    private static final String FLAKY = """
            select test.test_key, test.name, sum(day.flaky) as times, sum(day.verdicts) as results,
                   sum(day.flaky_took_ms) as lost, min(day.day) filter (where day.flaky > 0) as first_day,
                   max(day.flaky_at) as last_at,
                   (select strip from history.test_state state
                     where state.project_id = :project and state.test = test.id
                     order by state.finished_at desc limit 1) as strip,
                   (select problem.sentence from history.problem_test had
                      join history.problem on problem.id = had.problem
                     where had.project_id = :project and had.test = test.id
                     order by had.run desc limit 1) as sentence
              from history.test_day day
              join history.test on test.id = day.test
             where day.project_id = :project and day.day >= :since
               and day.test in (select seen.test from history.test_day seen
                                 where seen.project_id = :project and seen.day >= :since and seen.flaky > 0)
             group by test.id, test.test_key, test.name
             order by times desc, test.test_key
             limit 500
            """;
    private static final int MOST_OF_ONE = 200;
    private static final int MOST_OF_SEVERAL = 30;
    private static final int FLAKY_STRIP = 20;

    private final JdbcClient jdbc;

    TestHistoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PastOutcome> last(ProjectId project, String testKey, int n) {
        return read(project, List.of(testKey), Math.min(n, MOST_OF_ONE)).getOrDefault(testKey, List.of());
    }

    @Override
    public Map<String, List<PastOutcome>> last(ProjectId project, Collection<String> testKeys, int n) {
        return testKeys.isEmpty() ? Map.of() : read(project, testKeys, Math.min(n, MOST_OF_SEVERAL));
    }

    @Override
    public Map<String, TestRecord> records(ProjectId project, String environment) {
        return recordsOf(project, environment, null);
    }

    @Override
    public Map<String, TestRecord> records(ProjectId project, String environment, Collection<String> testKeys) {
        return recordsOf(project, environment, testKeys.toArray(String[]::new));
    }

    @Override
    public Map<String, TestRecord> latest(ProjectId project) {
        return recordsOf(project, null, null);
    }

    @Override
    public List<FlakyTest> flaky(ProjectId project, Instant since) {
        return jdbc.sql(FLAKY)
                .param("project", project.value())
                .param("since", LocalDate.ofInstant(since, ZoneOffset.UTC))
                .query((row, _) -> flaky(row))
                .list();
    }

    private Map<String, List<PastOutcome>> read(ProjectId project, Collection<String> keys, int n) {
        var outcomes = new HashMap<String, List<PastOutcome>>();
        jdbc.sql(LAST)
                .param("project", project.value())
                .param("keys", keys)
                .param("n", n)
                .query(row -> {
                    outcomes.computeIfAbsent(row.getString("test_key"), _ -> new ArrayList<>())
                            .add(past(row));
                });
        return outcomes;
    }

    /** Rows come oldest first, so that the newest record of a test stays. */
    private Map<String, TestRecord> recordsOf(
            ProjectId project, @Nullable String environment, String @Nullable [] keys) {
        var records = new HashMap<String, TestRecord>();
        jdbc.sql(RECORDS)
                .param("project", project.value())
                .param("keys", keys)
                .param("environment", environment)
                .query((row, _) -> record(row))
                .list()
                .forEach(record -> records.put(record.testKey(), record));
        return records;
    }

    private static PastOutcome past(ResultSet row) throws SQLException {
        var problem = row.getInt("problem");
        return new PastOutcome(
                new RunId(row.getObject("run_id", UUID.class)),
                row.getLong("number"),
                row.getInt("seq"),
                row.getString("environment"),
                row.getString("branch"),
                Outcome.of(row.getString("outcome").charAt(0)),
                Duration.ofMillis(row.getInt("took_ms")),
                Times.at(row, "finished_at"),
                row.getInt("attempts"),
                row.getBoolean("flaky"),
                problem == 0 ? null : Long.valueOf(problem));
    }

    private static TestRecord record(ResultSet row) throws SQLException {
        return new TestRecord(
                row.getString("test_key"),
                row.getString("name"),
                row.getString("environment"),
                Outcome.of(row.getString("outcome").charAt(0)),
                row.getLong("number"),
                Times.at(row, "finished_at"),
                Times.of(row.getTimestamp("passed_at")),
                Outcome.strip(row.getString("strip")),
                took((Integer[]) row.getArray("passed_ms").getArray()));
    }

    private static FlakyTest flaky(ResultSet row) throws SQLException {
        var strip = row.getString("strip");
        var last = row.getTimestamp("last_at");
        var first = row.getObject("first_day", LocalDate.class)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new FlakyTest(
                row.getString("test_key"),
                row.getString("name"),
                row.getInt("times"),
                row.getInt("results"),
                strip == null ? List.of() : Outcome.strip(strip.substring(0, Math.min(FLAKY_STRIP, strip.length()))),
                Duration.ofMillis(row.getLong("lost")),
                first,
                last == null ? first : last.toInstant(),
                row.getString("sentence"));
    }

    private static @Nullable TookTimes took(Integer[] passed) {
        if (passed.length == 0) {
            return null;
        }
        var sorted = passed.clone();
        Arrays.sort(sorted);
        return new TookTimes(percentile(sorted, .5), percentile(sorted, .9), sorted.length);
    }

    private static Duration percentile(Integer[] sorted, double share) {
        return Duration.ofMillis(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
