package dev.interlock.web;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Counts;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.execution.Runs;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Classification;
import dev.interlock.history.FlakyTest;
import dev.interlock.history.Outcome;
import dev.interlock.history.PastOutcome;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.history.Purpose;
import dev.interlock.history.SeenRun;
import dev.interlock.history.TestHistory;
import dev.interlock.openapi.ChangeClass;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import dev.interlock.plan.CurvePoint;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.LeftOut;
import dev.interlock.plan.MoreTime;
import dev.interlock.plan.Plan;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Plans;
import dev.interlock.plan.Scope;
import dev.interlock.plan.SelectedTest;
import dev.interlock.plan.Selection;
import dev.interlock.plan.Selections;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import dev.interlock.schedule.Firing;
import dev.interlock.schedule.Missed;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.Schedule;
import dev.interlock.schedule.ScheduleKey;
import dev.interlock.schedule.Schedules;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.EditedStep;
import dev.interlock.testcase.EditedWorkflow;
import dev.interlock.testcase.InterfaceUses;
import dev.interlock.testcase.RankedChange;
import dev.interlock.testcase.RankedChange.Use;
import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import dev.interlock.testcase.WorkflowEditor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Tests, plans, runs and schedules over the {@link Shop}. */
final class Work {
    private static final RunId RUN = new RunId(new UUID(1, 2));
    private static final PlanKey NIGHTLY = new PlanKey("nightly");
    private static final EnvironmentKey STAGING = EnvironmentKey.of("staging");

    private Work() {}

    static TestCases tests() {
        var all = List.of(
                test("checkout-charges", "Checkout charges the card", TestState.READY, List.of(), List.of()),
                test(
                        "order-reserves",
                        "Order reserves stock",
                        TestState.DRAFT,
                        List.of("body of POST /orders"),
                        List.of()),
                test(
                        "search",
                        "Search returns stock",
                        TestState.INVALID,
                        List.of(),
                        List.of(Finding.error("line 3", "The step calls no operation.", "Name an operationId."))));
        return Answers.of(
                TestCases.class,
                Map.of(
                        "all", given -> all,
                        "find",
                                given -> all.stream()
                                        .filter(one -> one.key().equals(given[1]))
                                        .findFirst(),
                        "workflowText", given -> Optional.of("arazzo: 1.0.1\ninfo:\n  title: Checkout\n")));
    }

    static WorkflowEditor editor() {
        var step = new EditedStep(
                "placeOrder",
                "$sourceDescriptions.orders.placeOrder",
                "Orders two books",
                List.of(new EditedStep.Value(0, "shop", "query", "main")),
                "application/json",
                "{\"book\": 7, \"count\": 2}",
                List.of(new EditedStep.Check(0, "$statusCode == 201", "", "")),
                List.of(new EditedStep.Output("id", "$response.body#/id")),
                List.of("onFailure"));
        return Answers.of(
                WorkflowEditor.class,
                Map.of(
                        "read",
                        given -> "".equals(given[0])
                                ? new EditedWorkflow("", 0, List.of())
                                : new EditedWorkflow("checkout", 0, List.of(step, step))));
    }

    static Coverages coverages() {
        return Answers.of(
                Coverages.class,
                Map.of(
                        "of",
                        given -> List.of(new Coverage(
                                new TestKey("checkout-charges"), PathKey.of("checkout"), Set.of(0, 1), .67))));
    }

    static Suites suites() {
        var smoke = new Suite(
                new SuiteKey("smoke"), "Smoke", List.of(new TestKey("checkout-charges")), List.of(), "tag:smoke", 1);
        return Answers.of(
                Suites.class,
                Map.of(
                        "all", given -> List.of(smoke),
                        "find", given -> Optional.of(smoke),
                        "expand", given -> smoke.tests()));
    }

    static Plans plans() {
        var plan = new Plan(
                NIGHTLY,
                "Nightly risk plan",
                Scope.everything(),
                STAGING,
                Duration.ofMinutes(8),
                4,
                List.of(),
                List.of(),
                GateRules.standard(),
                6,
                Shop.NOW,
                "Ana",
                6);
        return Answers.of(Plans.class, Map.of("all", given -> List.of(plan), "find", given -> Optional.of(plan)));
    }

    static Selections selections() {
        var curve = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new CurvePoint(Duration.ofSeconds(28L * i), 100 * (1 - Math.pow(.88, i))))
                .toList();
        var chosen = new SelectedTest(
                new TestKey("checkout-charges"),
                1,
                "covers Checkout with card, 62.0; failed in its last run",
                20,
                .4,
                4,
                Duration.ofSeconds(38),
                Duration.ofSeconds(52),
                true,
                true,
                List.of(PathKey.of("checkout")));
        var left = new LeftOut(new TestKey("search"), LeftOut.Why.NO_TIME, "needs 15 s more than there is");
        return Answers.of(
                Selections.class,
                Map.of(
                        "preview",
                        given -> new Selection(
                                List.of(chosen),
                                List.of(left),
                                86,
                                14,
                                Duration.ofSeconds(472),
                                Duration.ofSeconds(550),
                                curve,
                                null,
                                List.of(new MoreTime(Duration.ofMinutes(1), 1, 4.2)),
                                null,
                                1,
                                3.2)));
    }

    static Runs runs() {
        var run = new Run(
                RUN,
                482,
                LocalDate.of(2026, 11, 1),
                RunState.FINISHED,
                Verdict.FAIL,
                new Counts(118, 3, 0, 1, 4, 0, 2, 126),
                86.0,
                38.0,
                Map.of(ServiceKey.of("payment"), "2.4.1"),
                STAGING,
                true,
                Purpose.MAIN,
                "main",
                "",
                NIGHTLY,
                new Actor(Actor.Kind.SYSTEM, "schedule", "schedule"),
                "schedule",
                Shop.NOW.minusSeconds(21_600),
                Shop.NOW.minusSeconds(21_590),
                Shop.NOW.minusSeconds(21_100),
                Duration.ofMinutes(8),
                4,
                "",
                null,
                9);
        return Answers.of(Runs.class, Map.of("list", given -> new Slice<>(List.of(run), null)));
    }

    static Problems problems() {
        var seen = new SeenRun(RUN, 482, Shop.NOW);
        var group = new ProblemGroup(
                7,
                "x",
                "POST /charges of payment answered 502 where 201 was expected",
                null,
                CauseClass.ASSERTION,
                Classification.UNKNOWN,
                "",
                null,
                "payments",
                true,
                true,
                seen,
                seen,
                null,
                List.of(),
                3,
                List.of("checkout-charges"),
                List.of(PathKey.of("checkout")),
                1);
        return Answers.of(Problems.class, Map.of("open", given -> new Slice<>(List.of(group), null)));
    }

    static TestHistory history() {
        var result = new PastOutcome(
                RUN, 482, 1, "staging", "main", Outcome.FAILED, Duration.ofSeconds(38), Shop.NOW, 2, false, 7L);
        var flaky = new FlakyTest(
                "order-reserves",
                "Order reserves stock",
                2,
                20,
                List.of(Outcome.FAILED, Outcome.PASSED, Outcome.PASSED),
                Duration.ofSeconds(61),
                Shop.NOW.minusSeconds(400_000),
                Shop.NOW,
                "inventory did not answer within 2 s");
        return Answers.of(
                TestHistory.class, Map.of("last", given -> List.of(result), "flaky", given -> List.of(flaky)));
    }

    static Schedules schedules() {
        var one = new Schedule(
                new ScheduleKey("nightly"),
                NIGHTLY,
                "0 2 * * *",
                ZoneId.of("Europe/Berlin"),
                Overlap.SKIP,
                Missed.RUN_ONCE,
                true,
                Shop.NOW.plusSeconds(61_200),
                RUN,
                "started",
                1);
        return Answers.of(
                Schedules.class,
                Map.of(
                        "all", given -> List.of(one),
                        "find", given -> Optional.of(one),
                        "next", given -> List.of(ZonedDateTime.of(2026, 11, 24, 2, 0, 0, 0, one.zone()))));
    }

    static Triggers triggers() {
        var draft = new TriggerDraft(
                TriggerEvent.WEBHOOK, TriggerFilter.ALL, NIGHTLY, null, Duration.ofSeconds(1), Overlap.QUEUE, true);
        var one = new Trigger(new TriggerKey("on-deploy"), draft, RUN, 2, 1);
        var firings = List.of(
                new Firing(Shop.NOW, 20, "payment 2.4.1 deployed to staging and 17 more", RUN, ""),
                new Firing(
                        Shop.NOW.minusSeconds(3_600),
                        1,
                        "cart 1.9.0 deployed to prod",
                        null,
                        "It listens to the environment staging only."));
        return Answers.of(
                Triggers.class,
                Map.of(
                        "all", given -> List.of(one),
                        "find", given -> Optional.of(one),
                        "firings", given -> firings));
    }

    static Interfaces interfaces() {
        var revision = new InterfaceRevision(
                3, ServiceKey.of("payment"), Interfaces.DEFAULT, 2, "3.1.0", "Payment", Shop.NOW, "Ana", 4, 0);
        return Answers.of(
                Interfaces.class,
                Map.of(
                        "current", given -> Optional.of(revision),
                        "revisions", given -> List.of(revision)));
    }

    static InterfaceUses uses() {
        var change = new InterfaceChange(
                "POST /charges",
                "201 application/json /state",
                Rule.ENUM_WIDENED,
                Direction.RESPONSE,
                ChangeClass.BREAKING,
                "201 application/json /state may also be \"HELD\" now.");
        var test = List.of(new TestKey("checkout-charges"));
        return Answers.of(
                InterfaceUses.class,
                Map.of(
                        "rank",
                        given -> List.of(
                                new RankedChange(change, Use.ASSERTED, List.of(PathKey.of("checkout")), test, test),
                                new RankedChange(change, Use.UNUSED, List.of(), List.of(), List.of()))));
    }

    private static TestCase test(
            String key, String name, TestState state, List<String> toFillIn, List<Finding> findings) {
        return new TestCase(
                new TestKey(key),
                TestKind.WORKFLOW,
                name,
                state,
                List.of(PathKey.of("checkout")),
                false,
                List.of("smoke"),
                "",
                "payments",
                List.of(),
                CrashPolicy.RERUN,
                3,
                "main",
                List.of(),
                List.of(),
                toFillIn,
                findings,
                Shop.NOW,
                3);
    }
}
