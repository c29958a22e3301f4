package dev.interlock.execution.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.execution.carry.ItemWork;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.execution.store.Json;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.testcase.PinnedTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what leased items need, once for each run and each revision of a test, and forgets what no run uses. */
@Component
class WorkLoader {
    private static final String RUN = """
            select number, pinned from execution.run where project_id = :project and id = :run
            """;

    private static final String TESTS = """
            select pinned.project_id, pinned.test_key, pinned.revision, pinned.digest, pinned.payload
              from unnest(:projects::bigint[], :tests::text[], :revisions::int[], :digests::text[])
                   as mine (project_id, test_key, revision, digest)
              join execution.pinned_test pinned using (project_id, test_key, revision, digest)
            """;

    private static final long MOST_CHARACTERS = 32_000_000;
    private static final Duration UNUSED = Duration.ofMinutes(2);

    private record RunPart(String key, PinnedRun pinned) {}

    private record TestPart(ProjectId project, String test, int revision, String digest) {
        static TestPart of(Lease lease) {
            return new TestPart(lease.project(), lease.testKey(), lease.revision(), lease.digest());
        }
    }

    private record Loaded(PinnedTest test, int characters) {}

    private final JdbcClient jdbc;
    private final Cache<RunId, RunPart> runs =
            Caffeine.newBuilder().maximumSize(100).expireAfterAccess(UNUSED).build();
    private final Cache<TestPart, Loaded> tests = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<TestPart, Loaded>weigher((part, loaded) -> loaded.characters())
            .expireAfterAccess(UNUSED)
            .build();

    WorkLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the tests of these leases together; {@link #load} finds them here then. */
    void prepare(List<Lease> leases) {
        var absent = leases.stream()
                .map(TestPart::of)
                .distinct()
                .filter(part -> tests.getIfPresent(part) == null)
                .toList();
        if (!absent.isEmpty()) {
            tests.putAll(read(absent));
        }
    }

    ItemWork load(Lease lease) {
        var run = runs.get(lease.run(), id -> run(lease.project(), id));
        var test = tests.get(
                TestPart.of(lease),
                part -> Objects.requireNonNull(read(List.of(part)).get(part)));
        return new ItemWork(lease.project(), run.key(), lease.seq(), run.pinned(), test.test(), lease.row());
    }

    private RunPart run(ProjectId project, RunId run) {
        return jdbc.sql(RUN)
                .param("project", project.value())
                .param("run", run.value())
                .query((row, n) -> new RunPart(
                        "RUN-" + row.getLong("number"), Json.read(row.getString("pinned"), PinnedRun.class)))
                .single();
    }

    private Map<TestPart, Loaded> read(List<TestPart> parts) {
        var found = new HashMap<TestPart, Loaded>();
        jdbc.sql(TESTS)
                .param(
                        "projects",
                        parts.stream().map(part -> part.project().value()).toArray(Long[]::new))
                .param("tests", parts.stream().map(TestPart::test).toArray(String[]::new))
                .param("revisions", parts.stream().map(TestPart::revision).toArray(Integer[]::new))
                .param("digests", parts.stream().map(TestPart::digest).toArray(String[]::new))
                .query(row -> {
                    var payload = row.getString(5);
                    found.put(
                            new TestPart(
                                    new ProjectId(row.getLong(1)), row.getString(2), row.getInt(3), row.getString(4)),
                            new Loaded(Json.read(payload, PinnedTest.class), payload.length()));
                });
        return found;
    }
}
