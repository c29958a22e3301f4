package dev.interlock.history.query;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathHistory;
import dev.interlock.history.PathState;
import dev.interlock.history.query.PathStates.PathRun;
import dev.interlock.history.query.PathStates.TestOverPath;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what evidence says about paths. */
@Component
class PathHistoryQuery implements PathHistory {
    private static final String REFERENCE = """
            select environment from history.path_state where project_id = :project order by at desc, environment limit 1
            """;
    private static final String TESTS = """
            select over.path_key, test.test_key, over.verdict, over.passed_at, over.stubbed,
                   array(select changed.service from history.service_change changed
                          where changed.project_id = :project and changed.environment = :environment
                            and changed.changed_at > over.passed_at
                            and changed.version is distinct from good.versions ->> changed.service) as changed
              from history.path_test over
              join history.test on test.id = over.test
              left join history.run good on good.id = over.passed_run
             where over.project_id = :project and over.environment = :environment
             order by over.path_key, test.test_key
            """;
    private static final String RUNS = """
            select state.path_key, run.number, state.at, good.number as good_number, state.good_at, state.strip
              from history.path_state state
              join history.run on run.id = state.run
              left join history.run good on good.id = state.good_run
             where state.project_id = :project and state.environment = :environment
            """;

    private final JdbcClient jdbc;
    private final Paths paths;
    private final Coverages coverages;
    private final TestCases cases;

    PathHistoryQuery(JdbcClient jdbc, Paths paths, Coverages coverages, TestCases cases) {
        this.jdbc = jdbc;
        this.paths = paths;
        this.coverages = coverages;
        this.cases = cases;
    }

    @Override
    public Map<PathKey, PathState> states(ProjectId project) {
        return states(project, reference(project).orElse(""));
    }

    @Override
    public Map<PathKey, PathState> states(ProjectId project, EnvironmentKey environment) {
        return states(project, environment.value());
    }

    @Override
    public Optional<String> reference(ProjectId project) {
        return jdbc.sql(REFERENCE)
                .param("project", project.value())
                .query(String.class)
                .optional();
    }

    private Map<PathKey, PathState> states(ProjectId project, String environment) {
        var known = new PathStates(required(project), tests(project, environment), runs(project, environment));
        var states = new HashMap<PathKey, PathState>();
        paths.all(project).forEach(path -> states.put(path.key(), known.of(path)));
        return states;
    }

    /** Drafts are not required: nobody has said yet what they should send. */
    private Map<String, Set<String>> required(ProjectId project) {
        var ready = cases.all(project).stream()
                .filter(test -> test.state() == TestState.READY)
                .map(TestCase::key)
                .collect(Collectors.toSet());
        var required = new HashMap<String, Set<String>>();
        for (Coverage coverage : coverages.of(project)) {
            if (ready.contains(coverage.test())) {
                required.computeIfAbsent(coverage.path().value(), _ -> new HashSet<>())
                        .add(coverage.test().value());
            }
        }
        return required;
    }

    private Map<String, List<TestOverPath>> tests(ProjectId project, String environment) {
        var tests = new HashMap<String, List<TestOverPath>>();
        jdbc.sql(TESTS)
                .param("project", project.value())
                .param("environment", environment)
                .query(row -> {
                    tests.computeIfAbsent(row.getString("path_key"), _ -> new ArrayList<>())
                            .add(test(row));
                });
        return tests;
    }

    private Map<String, PathRun> runs(ProjectId project, String environment) {
        var runs = new HashMap<String, PathRun>();
        jdbc.sql(RUNS)
                .param("project", project.value())
                .param("environment", environment)
                .query(row -> {
                    runs.put(row.getString("path_key"), run(row));
                });
        return runs;
    }

    private static TestOverPath test(ResultSet row) throws SQLException {
        return new TestOverPath(
                row.getString("test_key"),
                row.getString("verdict").equals("F"),
                row.getTimestamp("passed_at") != null,
                row.getBoolean("stubbed"),
                Set.of((String[]) row.getArray("changed").getArray()));
    }

    private static PathRun run(ResultSet row) throws SQLException {
        return new PathRun(
                row.getLong("number"),
                Times.at(row, "at"),
                row.getObject("good_number", Long.class),
                Times.of(row.getTimestamp("good_at")),
                Outcome.strip(row.getString("strip")));
    }
}
