package dev.interlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.history.ResultLog;
import dev.interlock.history.RunRef;
import dev.interlock.history.TestHistories;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Projects;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures "what if a service changed" in the whole service, with a full landscape; writes what-if.md. */
@SpringBootTest
@EnabledIfSystemProperty(named = "benchmark.folder", matches = ".+")
class WhatIfBenchmark {
    private static final Actor ANA = Actor.system("test");
    private static final int SERVICES = 500;
    private static final int PATHS = 5_000;
    private static final int TESTS = 20_000;
    private static final int TIMES = 15;

    @Autowired
    Projects projects;

    @Autowired
    Environments environments;

    @Autowired
    Selections selections;

    @Autowired
    ResultLog results;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final Random random = new Random(3);
    private final Map<String, List<Integer>> chains = new HashMap<>();
    private ProjectId project = new ProjectId(0);

    @Test
    void measuresWhatAChangeTouches() throws IOException {
        fill();
        var wall = new double[TIMES];
        var busy = new double[TIMES];
        var chosen = 0;
        for (var i = -TIMES; i < TIMES; i++) {
            var scope = Scope.of(List.of(), null, List.of(new ServiceKey("s" + (100 + i))), List.of());
            var values = new PlanValues(scope, TestHistories.STAGING, Duration.ofMinutes(10), 4, Set.of(), Set.of());
            var threads = ManagementFactory.getThreadMXBean();
            var start = System.nanoTime();
            var cpu = threads.getCurrentThreadCpuTime();
            chosen =
                    Math.max(chosen, selections.preview(project, values).tests().size());
            if (i >= 0) {
                wall[i] = (System.nanoTime() - start) / 1e6;
                busy[i] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(busy);
        var text = String.format(
                Locale.ROOT, """
                # What if a service changed: measured

                Written by `mvn -q -Dquick test -Dtest=WhatIfBenchmark -Dbenchmark.folder=docs/benchmarks`. The plan for one
                changed service in a landscape of %d services, %d paths and %d tests with a run of each on record; the whole
                service with its database, median of %d after as many to warm up: %.0f ms by the clock, %.0f ms of the
                processor for the thread that answers. The largest plan had %d tests.
                """, SERVICES, PATHS, TESTS, TIMES, wall[TIMES / 2], busy[TIMES / 2], chosen);
        Files.writeString(Path.of(System.getProperty("benchmark.folder")).resolve("what-if.md"), text);
        assertThat(wall[TIMES / 2]).isLessThan(2_000);
    }

    private void fill() {
        project = projects.create("large", "Large", ANA).id();
        environments.put(
                project,
                new EnvironmentDraft(TestHistories.STAGING, "Staging", Map.of(), Map.of(), Map.of(), false, true),
                IfMatch.none(),
                ANA);
        var inOne = new TransactionTemplate(transactions);
        inOne.executeWithoutResult(_ -> fillCatalog());
        inOne.executeWithoutResult(_ -> fillTests());
        var run = TestHistories.run(1, "1");
        for (var part = 0; part < TESTS; part += 2_000) {
            var items = IntStream.range(part, part + 2_000)
                    .mapToObj(i -> item(run, i))
                    .toList();
            inOne.executeWithoutResult(_ -> results.append(project, run, items));
        }
        jdbc.sql("analyze").update();
    }

    private ItemOutcome item(RunRef run, int number) {
        var path = "p" + number % PATHS;
        var chain = chains.getOrDefault(path, List.of());
        var hops = IntStream.range(0, chain.size() - 1).boxed().collect(Collectors.toSet());
        var services =
                chain.stream().map(service -> new ServiceKey("s" + service)).collect(Collectors.toSet());
        return TestHistories.item(run, number, "t" + number, random.nextInt(100) == 0 ? Outcome.FAILED : Outcome.PASSED)
                .over(List.of(new PathShare(new PathKey(path), 1, hops)), services);
    }

    private void fillCatalog() {
        jdbc.sql("""
                insert into catalog.service (project_id, key, name, kind, owner, criticality, description, tags, version)
                select :project, 's' || i, 'S' || i, 'INTERNAL', 'team' || i / 10, 1 + i % 5, '', '[]', 1
                  from generate_series(0, :most) i
                """)
                .param("project", project.value())
                .param("most", SERVICES - 1)
                .update();
        var keys = new ArrayList<String>();
        var hops = new ArrayList<String>();
        for (var i = 0; i < PATHS; i++) {
            var chain = chain();
            chains.put("p" + i, chain);
            keys.add("p" + i);
            hops.add(IntStream.range(0, chain.size() - 1)
                    .mapToObj(hop -> String.format(
                            "{\"consumer\":\"s%d\",\"provider\":\"s%d\",\"mode\":\"SYNC\",\"after\":%s}",
                            chain.get(hop), chain.get(hop + 1), hop == 0 ? "null" : String.valueOf(hop - 1)))
                    .collect(Collectors.joining(",", "[", "]")));
        }
        jdbc.sql("""
                insert into catalog.integration_path (project_id, key, name, hops, requirements, team, origin, version)
                select :project, key, key, hops, '[]', '', 'MODELLED', 1 from unnest(:keys, :hops) as path(key, hops)
                """)
                .param("project", project.value())
                .param("keys", keys.toArray(String[]::new))
                .param("hops", hops.toArray(String[]::new))
                .update();
        var ofService = chains.entrySet().stream()
                .flatMap(path -> path.getValue().stream().map(service -> List.of("s" + service, path.getKey())))
                .toList();
        jdbc.sql("""
                insert into catalog.path_service
                select distinct :project, service, path from unnest(:services, :paths) as one(service, path)
                """)
                .param("project", project.value())
                .param("services", ofService.stream().map(List::getFirst).toArray(String[]::new))
                .param("paths", ofService.stream().map(List::getLast).toArray(String[]::new))
                .update();
    }

    private List<Integer> chain() {
        var chain = new ArrayList<Integer>();
        chain.add(random.nextInt(SERVICES / 2));
        while (chain.size() < 6 && chain.getLast() < SERVICES - 1 && (chain.size() < 2 || random.nextInt(4) > 0)) {
            var at = chain.getLast();
            chain.add(Math.min(SERVICES - 1, at + 1 + (at * 7 + random.nextInt(6) * 13) % (SERVICES / 4)));
        }
        return chain;
    }

    private void fillTests() {
        jdbc.sql("""
                insert into testcase.test_case (project_id, key, kind, name, state, named_covers, told_covers, tags, owner,
                                                team, requirements, crash_policy, revision, to_fill_in, findings, changed_at,
                                                version)
                select :project, 't' || i, 'EXTERNAL', 'Test ' || i, 'READY', array['p' || i % :paths], '{}', '{}', '', '', '{}',
                       'RERUN', 1, '[]', '[]', now(), 1
                  from generate_series(0, :most) i
                """)
                .param("project", project.value())
                .param("paths", PATHS)
                .param("most", TESTS - 1)
                .update();
        jdbc.sql("""
                insert into testcase.revision
                select :project, 't' || i, 1, '', '', '[]', '[]', now(), 'test' from generate_series(0, :most) i
                """).param("project", project.value()).param("most", TESTS - 1).update();
        jdbc.sql("""
                insert into testcase.coverage
                select :project, 't' || i, 'p' || i % :paths, array[0], .5 from generate_series(0, :most) i
                """)
                .param("project", project.value())
                .param("paths", PATHS)
                .param("most", TESTS - 1)
                .update();
    }
}
