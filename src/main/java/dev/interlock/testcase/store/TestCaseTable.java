package dev.interlock.testcase.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of test cases as they are now. */
@Component
class TestCaseTable {
    private static final String READ = """
            select test.*, content.workflow_id, content.steps, content.rows,
                   array(select cover.path_key from testcase.coverage cover
                          where cover.project_id = test.project_id and cover.test_key = test.key
                          order by cover.path_key) as covers
              from testcase.test_case test
              join testcase.revision content
                on content.project_id = test.project_id and content.test_key = test.key
               and content.number = test.revision
             where test.project_id = :project
            """;
    private static final String WRITE = """
            insert into testcase.test_case (project_id, key, kind, name, state, named_covers, told_covers, tags, owner, team,
                                            requirements, crash_policy, revision, to_fill_in, findings, changed_at,
                                            version)
            values (:project, :key, :kind, :name, :state, :named, :told, :tags, :owner, :team, :requirements, :crash,
                    :revision, :fill, :findings, :at, :version)
                on conflict (project_id, key) do update
               set name = excluded.name, state = excluded.state, named_covers = excluded.named_covers,
                   told_covers = excluded.told_covers, tags = excluded.tags, owner = excluded.owner, team = excluded.team,
                   requirements = excluded.requirements, crash_policy = excluded.crash_policy,
                   revision = excluded.revision, to_fill_in = excluded.to_fill_in, findings = excluded.findings,
                   changed_at = excluded.changed_at, version = excluded.version
            """;
    private static final String JUDGE = """
            update testcase.test_case
               set state = :state, findings = :findings, version = version + 1
             where project_id = :project and key = :key
            """;
    private static final List<String> BELOW = List.of("coverage", "call", "source", "revision");

    private final JdbcClient jdbc;

    TestCaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TestCase> all(ProjectId project) {
        return jdbc.sql(READ + " order by test.key")
                .param("project", project.value())
                .query(TestCaseTable::read)
                .list();
    }

    List<TestCase> after(ProjectId project, String key, int most) {
        return jdbc.sql(READ + " and test.key > :after order by test.key limit :most")
                .param("project", project.value())
                .param("after", key)
                .param("most", most)
                .query(TestCaseTable::read)
                .list();
    }

    Optional<TestCase> find(ProjectId project, TestKey key) {
        return jdbc.sql(READ + " and test.key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .query(TestCaseTable::read)
                .optional();
    }

    /** The test cases with these keys, by key. */
    List<TestCase> of(ProjectId project, List<TestKey> keys) {
        return jdbc.sql(READ + " and test.key = any(:keys) order by test.key")
                .param("project", project.value())
                .param("keys", texts(keys))
                .query(TestCaseTable::read)
                .list();
    }

    int count(ProjectId project) {
        return jdbc.sql("select count(*) from testcase.test_case where project_id = :project")
                .param("project", project.value())
                .query(Integer.class)
                .single();
    }

    /** Writes the test case; its paths are kept apart, by {@link CoverageTable}. */
    void write(ProjectId project, TestCase test, DeclaredCover declared) {
        jdbc.sql(WRITE)
                .param("project", project.value())
                .param("key", test.key().value())
                .param("kind", test.kind().name())
                .param("name", test.name())
                .param("state", test.state().name())
                .param("named", declared.corrected() ? texts(declared.paths()) : null)
                .param("told", declared.corrected() ? new String[0] : texts(declared.paths()))
                .param("tags", texts(test.tags()))
                .param("owner", test.owner())
                .param("team", test.team())
                .param("requirements", texts(test.requirements()))
                .param("crash", test.crashPolicy().name())
                .param("revision", test.revision())
                .param("fill", Json.write(test.toFillIn()))
                .param("findings", Json.write(test.findings()))
                .param("at", Timestamp.from(test.changedAt()))
                .param("version", test.version())
                .update();
    }

    /** Changes what validation says, nothing else. */
    void judge(ProjectId project, TestCase test) {
        jdbc.sql(JUDGE)
                .param("project", project.value())
                .param("key", test.key().value())
                .param("state", test.state().name())
                .param("findings", Json.write(test.findings()))
                .update();
    }

    void delete(ProjectId project, TestKey key) {
        BELOW.forEach(
                table -> jdbc.sql("delete from testcase." + table + " where project_id = :project and test_key = :key")
                        .param("project", project.value())
                        .param("key", key.value())
                        .update());
        jdbc.sql("delete from testcase.test_case where project_id = :project and key = :key")
                .param("project", project.value())
                .param("key", key.value())
                .update();
    }

    static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    static List<String> list(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static TestCase read(ResultSet row, int number) throws SQLException {
        return new TestCase(
                new TestKey(row.getString("key")),
                TestKind.valueOf(row.getString("kind")),
                row.getString("name"),
                TestState.valueOf(row.getString("state")),
                list(row.getArray("covers")).stream().map(PathKey::new).toList(),
                row.getArray("named_covers") != null,
                list(row.getArray("tags")),
                row.getString("owner"),
                row.getString("team"),
                list(row.getArray("requirements")),
                CrashPolicy.valueOf(row.getString("crash_policy")),
                row.getInt("revision"),
                row.getString("workflow_id"),
                Json.steps(row.getString("steps")),
                Json.rows(row.getString("rows")),
                Json.texts(row.getString("to_fill_in")),
                Json.findings(row.getString("findings")),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }
}
