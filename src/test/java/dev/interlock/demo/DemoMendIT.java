package dev.interlock.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunReports;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.execution.Runs;
import dev.interlock.history.Outcome;
import dev.interlock.history.Problems;
import dev.interlock.history.Purpose;
import dev.interlock.plan.GateReason;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a newcomer does on the page of the demo: start the run it offers, find what is broken, mend it, run again. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoMendIT {
    private static final Actor ANA = Actor.system("test");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Autowired
    Demo demo;

    @Autowired
    Runs runs;

    @Autowired
    RunItems items;

    @Autowired
    RunReports reports;

    @Autowired
    Problems problems;

    private ProjectId project;

    @BeforeAll
    void open() {
        project = demo.open(ANA).id();
    }

    @AfterAll
    void remove() {
        demo.remove(ANA);
    }

    @Test
    @Order(1)
    void theFaultItOpensWithFailsTheGateUntilItIsMended() {
        var broken = run();
        assertThat(reports.gate(project, broken.id()).reasons())
                .filteredOn(reason -> reason.verdict() == Verdict.FAIL)
                .extracting(GateReason::condition)
                .contains("noNewProblem", "criticalPathsOk", "contractsKept");

        demo.fault("shipping", "", ANA);

        assertThatAllIsWell(run());
    }

    @Order(2)
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "WRONG_FIELD, notification",
        "MISSING_FIELD, catalog",
        "WRONG_VALUE, payment",
        "EMPTY_BODY, inventory",
        "WRONG_TYPE, cart",
        "SERVER_ERROR, orders",
        "BAD_GATEWAY, payment",
        "WRONG_REFUSAL, bank",
        "SLOW, gateway",
        "REFUSED, gateway",
        "RESET, catalog",
        "LOST_CALLBACK, shipping",
        "FLAKY, orders",
    })
    void everyFaultIsSeenInTheRunOfTheDemoAndGoneWhenMended(String fault, String service) {
        demo.fault(service, fault, ANA);
        var broken = run();
        demo.fault(service, "", ANA);

        assertThat(of(broken))
                .as("%s of %s in %s", fault, service, broken.key())
                .anyMatch(item -> item.flaky() || item.outcome() != Outcome.PASSED);
        assertThatAllIsWell(run());
    }

    @Test
    @Order(3)
    void everyFaultCanBeChosenWhereATestNoticesIt() {
        assertThat(demo.faults())
                .hasSize(13)
                .allSatisfy(fault -> assertThat(fault.services()).isNotEmpty());
    }

    private Run run() {
        var request = RunRequest.of(RunScope.plan(demo.plan())).labelled(RunLabels.of(Purpose.MAIN, "main"));
        return runs.await(project, runs.request(project, request, ANA).id(), LONGEST);
    }

    private List<ItemSummary> of(Run run) {
        return items.list(project, run.id(), FilterQuery.parse("", RunItems.FIELDS), null, 100)
                .items();
    }

    private void assertThatAllIsWell(Run run) {
        assertThat(of(run)).isNotEmpty().allMatch(item -> item.outcome() == Outcome.PASSED);
        assertThat(problems.ofRun(project, run.id())).isEmpty();
        assertThat(reports.gate(project, run.id()).verdict())
                .as("%s", reports.gate(project, run.id()))
                .isEqualTo(Verdict.PASS);
    }
}
