package dev.interlock.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.demo.BlameTable.Cell;
import dev.interlock.demo.shop.Shop;
import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.execution.Runs;
import dev.interlock.execution.Span;
import dev.interlock.execution.TraceSpans;
import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Faults of every kind at every hop of the shop: what a run lays them at, with the trace and without. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"interlock.execution.attempts=1", "interlock.execution.poll=20ms"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlameIT {
    private static final Actor ACTOR = Actor.system("test");
    private static final Logger LOG = LoggerFactory.getLogger(BlameIT.class);
    private static final Path REPORT = Path.of("docs", "benchmarks", "blame.md");

    @Autowired
    ShopDemo demo;

    @Autowired
    Runs runs;

    @Autowired
    RunItems items;

    @Autowired
    HidingSpans spans;

    private ProjectId project;
    private Shop shop;

    /** Spans that can be kept from whoever looks for them. */
    static final class HidingSpans implements TraceSpans {
        private final TraceSpans kept;
        private volatile boolean hidden;

        HidingSpans(TraceSpans kept) {
            this.kept = kept;
        }

        @Override
        public void record(ProjectId project, List<Span> spans) {
            kept.record(project, spans);
        }

        @Override
        public boolean expects(ProjectId project) {
            return !hidden && kept.expects(project);
        }

        @Override
        public boolean tellsCalls(ProjectId project, ServiceKey service) {
            return !hidden && kept.tellsCalls(project, service);
        }

        @Override
        public List<Span> of(ProjectId project, String traceId) {
            return hidden ? List.of() : kept.of(project, traceId);
        }
    }

    @TestConfiguration
    static class Hiding {
        @Bean
        @Primary
        HidingSpans hidingSpans(@Qualifier("dev.interlock.execution.book.SpanStore") TraceSpans kept) {
            return new HidingSpans(kept);
        }
    }

    @BeforeAll
    void open() {
        project = demo.open(ACTOR).id();
        shop = demo.shop().orElseThrow();
        shop.fault("shipping", null);
    }

    @AfterAll
    void remove() {
        demo.remove(ACTOR);
    }

    @Test
    void namesTheRightHopInAFewCases() {
        holds(measured(BlameTable.some(), false), measured(BlameTable.some(), true));
    }

    @Test
    @EnabledIfSystemProperty(named = "interlock.benchmark", matches = "true")
    void namesTheRightHopInAllCasesAndWritesTheReport() throws IOException {
        var traced = measured(BlameTable.all(), false);
        var entry = measured(BlameTable.all(), true);

        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, BlameReport.of(traced, entry));
        holds(traced, entry);
    }

    private static void holds(BlameScore traced, BlameScore entry) {
        assertThat(traced.seen()).isPositive();
        assertThat(traced.confidentlyWrong()).as("with the trace").isEmpty();
        assertThat(entry.confidentlyWrong()).as("from the entry alone").isEmpty();
        assertThat(traced.rightFirst()).as(traced.misses().toString()).isGreaterThanOrEqualTo(.95);
        assertThat(entry.rightFirst()).as(entry.misses().toString()).isGreaterThanOrEqualTo(.70);
        assertThat(traced.rightCause()).as(traced.wrongCauses().toString()).isGreaterThanOrEqualTo(.90);
    }

    private BlameScore measured(List<Cell> cells, boolean hidden) {
        spans.hidden = hidden;
        var results = new ArrayList<BlameScore.Result>();
        for (var cell : cells) {
            shop.fault(cell.faulty(), cell.fault(), cell.place().operation());
            try {
                var result = new BlameScore.Result(cell, run(cell.place().test()));
                LOG.info("{} {}", result.isSeen() ? result.isRight() : "not noticed", result);
                results.add(result);
            } finally {
                shop.fault(cell.faulty(), null);
            }
        }
        return new BlameScore(results);
    }

    private ItemSummary run(String test) {
        var request =
                RunRequest.of(RunScope.tests(List.of(new TestKey(test)))).in(new EnvironmentKey(ShopSeed.ENVIRONMENT));
        var run = runs.await(project, runs.request(project, request, ACTOR).id(), Duration.ofMinutes(2));
        var carriedOut = items.list(project, run.id(), FilterQuery.parse("", RunItems.FIELDS), null, 10)
                .items();
        assertThat(carriedOut).as("%s of %s: %s", run.key(), test, run).isNotEmpty();
        return carriedOut.getFirst();
    }
}
