package dev.interlock.demo;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.PlanDraft;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Plans;
import dev.interlock.plan.Scope;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Missed;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.ScheduleDraft;
import dev.interlock.schedule.ScheduleKey;
import dev.interlock.schedule.Schedules;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.SuiteDraft;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives the shop its tests, suites, plan, schedule and trigger. */
@Component
class ShopTestSeed {
    static final PlanKey NIGHTLY = new PlanKey("nightly");
    /** No must-run test failed, no new problem, no critical path untested or failing, every interface kept. */
    private static final GateRules STRICT = new GateRules(0, true, true, null, true, null);

    private final TestCases tests;
    private final Suites suites;
    private final Plans plans;
    private final Schedules schedules;
    private final Triggers triggers;

    ShopTestSeed(TestCases tests, Suites suites, Plans plans, Schedules schedules, Triggers triggers) {
        this.tests = tests;
        this.suites = suites;
        this.plans = plans;
        this.schedules = schedules;
        this.triggers = triggers;
    }

    void fill(ProjectId project, Actor actor) {
        for (var key : ShopWorkflows.keys()) {
            tests.put(project, new TestKey(key), draft(key), IfMatch.any(), actor);
        }
        tests.put(project, new TestKey("parcel-label"), manual(), IfMatch.any(), actor);
        fillPlans(project, actor);
    }

    private void fillPlans(ProjectId project, Actor actor) {
        var workflows = ShopWorkflows.NIGHTLY.stream().map(TestKey::new).toList();
        var checkout = workflows.stream()
                .filter(key -> key.value().startsWith("checkout") || key.value().startsWith("order"))
                .toList();
        suites.put(project, new SuiteKey("checkout"), suite("Checkout", checkout), IfMatch.any(), actor);
        var delivery = List.of(new TestKey(ShopWorkflows.NEWEST));
        suites.put(project, new SuiteKey("delivery"), suite("Delivery", delivery), IfMatch.any(), actor);
        var all = Stream.concat(workflows.stream(), Stream.of(new TestKey(ShopWorkflows.NEVER_RUN)))
                .toList();
        var regression = new SuiteDraft("Regression", all, List.of(new SuiteKey("delivery")), "");
        suites.put(project, new SuiteKey("regression"), regression, IfMatch.any(), actor);
        plans.put(project, NIGHTLY, nightly(), IfMatch.any(), actor);
        schedules.put(project, new ScheduleKey("every-night"), everyNight(), IfMatch.any(), actor);
    }

    /** From here on a deployment is tested by itself; the month before made no news of that kind. */
    void listen(ProjectId project, Actor actor) {
        triggers.put(project, new TriggerKey("on-deploy"), onDeploy(), IfMatch.any(), actor);
    }

    private static TriggerDraft onDeploy() {
        return new TriggerDraft(
                TriggerEvent.DEPLOYED,
                new TriggerFilter(List.of(), ShopSeed.ENVIRONMENT, "", false, false),
                null,
                new EnvironmentKey(ShopSeed.ENVIRONMENT),
                Duration.ofMinutes(1),
                Overlap.QUEUE,
                true);
    }

    private static TestCaseDraft draft(String key) {
        var draft = TestCaseDraft.workflow(ShopWorkflows.name(key), ShopWorkflows.document(key))
                .covering(ShopWorkflows.covered(key));
        return key.equals("read-product")
                ? draft.withRows(List.of(Map.of("product", "tea-100"), Map.of("product", "pot-1")))
                : draft;
    }

    private static TestCaseDraft manual() {
        return TestCaseDraft.manual(
                "The parcel label can be read",
                List.of(
                        new ManualStep("Print the label of the newest shipment.", "The label shows name and address."),
                        new ManualStep("Scan its code.", "The scanner names the shipment.")));
    }

    private static SuiteDraft suite(String name, List<TestKey> keys) {
        return new SuiteDraft(name, keys, List.of(), "");
    }

    private static PlanDraft nightly() {
        return new PlanDraft(
                "Nightly risk plan",
                Scope.of(List.of(new SuiteKey("regression")), null, List.of(), List.of()),
                new EnvironmentKey(ShopSeed.ENVIRONMENT),
                Duration.ofMinutes(5),
                4,
                List.of(new TestKey("checkout-charges-card")),
                List.of(),
                STRICT);
    }

    private static ScheduleDraft everyNight() {
        return new ScheduleDraft(NIGHTLY, "0 2 * * *", "Europe/Berlin", Overlap.SKIP, Missed.SKIP, true);
    }
}
