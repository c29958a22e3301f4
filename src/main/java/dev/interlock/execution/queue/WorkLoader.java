package dev.interlock.execution.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.execution.carry.ItemWork;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.execution.store.Json;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.testcase.PinnedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what leased items need, once for each run and each revision of a test. */
@Component
class WorkLoader {
    private static final String RUN = """
            select number, pinned from execution.run where project_id = :project and id = :run
            """;

    private static final String TEST = """
            select payload from execution.pinned_test
             where project_id = :project and test_key = :test and revision = :revision and digest = :digest
            """;

    private record RunPart(String key, PinnedRun pinned) {}

    private record TestPart(ProjectId project, String test, int revision, String digest) {}

    private final JdbcClient jdbc;
    private final Cache<RunId, RunPart> runs =
            Caffeine.newBuilder().maximumSize(100).build();
    private final Cache<TestPart, PinnedTest> tests =
            Caffeine.newBuilder().maximumSize(500).build();

    WorkLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ItemWork load(Lease lease) {
        var run = runs.get(lease.run(), id -> run(lease.project(), id));
        var key = new TestPart(lease.project(), lease.testKey(), lease.revision(), lease.digest());
        var test = tests.get(key, this::test);
        return new ItemWork(lease.project(), run.key(), lease.seq(), run.pinned(), test, lease.row());
    }

    private RunPart run(ProjectId project, RunId run) {
        return jdbc.sql(RUN)
                .param("project", project.value())
                .param("run", run.value())
                .query((row, n) -> new RunPart(
                        "RUN-" + row.getLong("number"), Json.read(row.getString("pinned"), PinnedRun.class)))
                .single();
    }

    private PinnedTest test(TestPart part) {
        return Json.read(
                jdbc.sql(TEST)
                        .param("project", part.project().value())
                        .param("test", part.test())
                        .param("revision", part.revision())
                        .param("digest", part.digest())
                        .query(String.class)
                        .single(),
                PinnedTest.class);
    }
}
