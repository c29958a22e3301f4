package dev.interlock.testcase.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.TestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which hops of which paths each test case exercises, and the paths people named. */
@Component
class CoverageTable {
    private static final String READ = """
            select test_key, path_key, hops, share from testcase.coverage
             where project_id = :project
            """;
    private static final String OVER = """
            select distinct test_key from testcase.coverage where project_id = :project and path_key = any(:paths)
            """;
    private static final String DECLARED = """
            select key, named_covers, told_covers from testcase.test_case
             where project_id = :project and (named_covers is not null or told_covers <> '{}')
            """;
    private static final String FORGET = """
            update testcase.test_case set named_covers = array_remove(named_covers, :path)
             where project_id = :project and :path = any (named_covers)
            """;

    private final JdbcClient jdbc;

    CoverageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Coverage> all(ProjectId project) {
        return jdbc.sql(READ + " order by test_key, path_key")
                .param("project", project.value())
                .query(CoverageTable::read)
                .list();
    }

    List<Coverage> of(ProjectId project, TestKey test) {
        return jdbc.sql(READ + " and test_key = :key order by path_key")
                .param("project", project.value())
                .param("key", test.value())
                .query(CoverageTable::read)
                .list();
    }

    List<Coverage> of(ProjectId project, Collection<PathKey> paths) {
        return jdbc.sql(READ + " and path_key = any(:paths) order by test_key, path_key")
                .param("project", project.value())
                .param("paths", TestCaseTable.texts(List.copyOf(paths)))
                .query(CoverageTable::read)
                .list();
    }

    List<Coverage> of(ProjectId project, List<TestKey> tests) {
        return jdbc.sql(READ + " and test_key = any(:tests) order by test_key, path_key")
                .param("project", project.value())
                .param("tests", TestCaseTable.texts(tests))
                .query(CoverageTable::read)
                .list();
    }

    Set<TestKey> over(ProjectId project, Set<PathKey> paths) {
        return Set.copyOf(jdbc.sql(OVER)
                .param("project", project.value())
                .param("paths", TestCaseTable.texts(List.copyOf(paths)))
                .query((row, _) -> new TestKey(row.getString(1)))
                .list());
    }

    void add(ProjectId project, Coverage coverage) {
        jdbc.sql("insert into testcase.coverage values (:project, :key, :path, :hops, :share)")
                .param("project", project.value())
                .param("key", coverage.test().value())
                .param("path", coverage.path().value())
                .param("hops", coverage.hops().toArray(Integer[]::new))
                .param("share", coverage.share())
                .update();
    }

    void clear(ProjectId project, TestKey test) {
        jdbc.sql("delete from testcase.coverage where project_id = :project and test_key = :key")
                .param("project", project.value())
                .param("key", test.value())
                .update();
    }

    void clear(ProjectId project, Collection<PathKey> paths) {
        jdbc.sql("delete from testcase.coverage where project_id = :project and path_key = any(:paths)")
                .param("project", project.value())
                .param("paths", TestCaseTable.texts(List.copyOf(paths)))
                .update();
    }

    /** Takes a path out of what people named. */
    void forget(ProjectId project, PathKey path) {
        jdbc.sql(FORGET)
                .param("project", project.value())
                .param("path", path.value())
                .update();
    }

    /** What is declared of test cases, by people or by their documents. */
    Map<TestKey, DeclaredCover> declared(ProjectId project) {
        var declared = new LinkedHashMap<TestKey, DeclaredCover>();
        jdbc.sql(DECLARED).param("project", project.value()).query(row -> {
            var named = row.getArray("named_covers");
            var paths = TestCaseTable.list(named == null ? row.getArray("told_covers") : named);
            declared.put(
                    new TestKey(row.getString("key")),
                    new DeclaredCover(
                            named != null, paths.stream().map(PathKey::new).toList()));
        });
        return declared;
    }

    private static Coverage read(ResultSet row, int number) throws SQLException {
        return new Coverage(
                new TestKey(row.getString("test_key")),
                new PathKey(row.getString("path_key")),
                new TreeSet<>(List.of((Integer[]) row.getArray("hops").getArray())),
                row.getDouble("share"));
    }
}
