package dev.interlock.testcase.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of suites. */
@Component
class SuiteTable {
    private static final String WRITE = """
            insert into testcase.suite (project_id, key, name, tests, suites, query, version)
            values (:project, :key, :name, :tests, :suites, :query, :version)
                on conflict (project_id, key) do update
               set name = excluded.name, tests = excluded.tests, suites = excluded.suites, query = excluded.query,
                   version = excluded.version
            """;
    private static final String FORGET = """
            update testcase.suite set tests = array_remove(tests, :test), version = version + 1
             where project_id = :project and :test = any (tests)
            """;

    private final JdbcClient jdbc;

    SuiteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Suite> all(ProjectId project) {
        return jdbc.sql("select * from testcase.suite where project_id = :project order by key")
                .param("project", project.value())
                .query(SuiteTable::read)
                .list();
    }

    void write(ProjectId project, Suite suite) {
        jdbc.sql(WRITE)
                .param("project", project.value())
                .param("key", suite.key().value())
                .param("name", suite.name())
                .param("tests", TestCaseTable.texts(suite.tests()))
                .param("suites", TestCaseTable.texts(suite.suites()))
                .param("query", suite.query())
                .param("version", suite.version())
                .update();
    }

    void delete(ProjectId project, SuiteKey key) {
        jdbc.sql("delete from testcase.suite where project_id = :project and key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .update();
    }

    /** Takes a test case out of every suite. */
    void forget(ProjectId project, TestKey test) {
        jdbc.sql(FORGET)
                .param("project", project.value())
                .param("test", test.value())
                .update();
    }

    private static Suite read(ResultSet row, int number) throws SQLException {
        return new Suite(
                new SuiteKey(row.getString("key")),
                row.getString("name"),
                TestCaseTable.list(row.getArray("tests")).stream()
                        .map(TestKey::new)
                        .toList(),
                TestCaseTable.list(row.getArray("suites")).stream()
                        .map(SuiteKey::new)
                        .toList(),
                row.getString("query"),
                row.getLong("version"));
    }
}
