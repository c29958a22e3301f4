package dev.interlock.api.planning;

import dev.interlock.api.Answers;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.Plan;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.PlanProblem;
import dev.interlock.plan.PlanValues;
import dev.interlock.plan.Plans;
import dev.interlock.plan.Selections;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Test plans and what they would choose now. */
@RestController
@RequestMapping("/api/v1/projects/{project}/plans")
class PlanEndpoints {
    private final Plans plans;
    private final Selections selections;

    PlanEndpoints(Plans plans, Selections selections) {
        this.plans = plans;
        this.selections = selections;
    }

    /** A plan as JSON. */
    record PlanShown(
            String key,
            String name,
            PlanWritten.ScopeWritten scope,
            String environment,
            @Nullable Long budgetMs,
            int workers,
            List<String> pins,
            List<String> drops,
            GateRules gate,
            int revision,
            Instant savedAt,
            String savedBy,
            long version) {
        static PlanShown of(Plan plan) {
            return new PlanShown(
                    plan.key().value(),
                    plan.name(),
                    PlanWritten.ScopeWritten.of(plan.scope()),
                    plan.environment().value(),
                    ms(plan.budget()),
                    plan.workers(),
                    plan.pins().stream().map(TestKey::value).toList(),
                    plan.drops().stream().map(TestKey::value).toList(),
                    plan.gate(),
                    plan.revision(),
                    plan.savedAt(),
                    plan.savedBy(),
                    plan.version());
        }

        private static @Nullable Long ms(@Nullable Duration budget) {
            return budget == null ? null : budget.toMillis();
        }
    }

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<PlanShown> list(Access access) {
        return new Slice<>(
                plans.all(access.project()).stream().map(PlanShown::of).toList(), null);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<PlanShown> read(@PathVariable String key, Access access) {
        return plans.find(access.project(), new PlanKey(key))
                .map(plan -> Answers.entity(PlanShown.of(plan), plan.version()))
                .orElseThrow(() -> PlanProblem.PLAN_IS_UNKNOWN.because("There is no plan " + key + "."));
    }

    @GetMapping("/{key}/revisions")
    @Allow(Role.VIEWER)
    Slice<PlanShown> revisions(@PathVariable String key, Access access) {
        var revisions = plans.revisions(access.project(), new PlanKey(key));
        return new Slice<>(revisions.stream().map(PlanShown::of).toList(), null);
    }

    @PutMapping("/{key}")
    @Allow(Role.MANAGER)
    ResponseEntity<PlanShown> put(
            @PathVariable String key,
            @RequestBody PlanWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var plan = new PlanKey(key);
        var saved = plans.put(access.project(), plan, written.draft(plan), IfMatch.header(ifMatch), access.actor());
        return Answers.entity(PlanShown.of(saved), saved.version());
    }

    @DeleteMapping("/{key}")
    @Allow(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        plans.delete(access.project(), new PlanKey(key), IfMatch.header(ifMatch), access.actor());
    }

    /** The selection for the saved values with those of the body in their place; nothing is stored. */
    @PostMapping("/{key}/preview")
    @Allow(value = Role.VIEWER, scope = Scope.READ)
    SelectionShown preview(
            @PathVariable String key, @RequestBody(required = false) @Nullable PlanWritten written, Access access) {
        var saved = plans.find(access.project(), new PlanKey(key)).orElse(null);
        var values = written == null ? PlanWritten.nothing() : written;
        if (saved == null && values.environment() == null) {
            throw PlanProblem.PLAN_IS_UNKNOWN.because(
                    "There is no plan " + key + ", and the request names no environment to plan for.");
        }
        return shown(access, values.over(saved), values.wanted());
    }

    private SelectionShown shown(Access access, PlanValues values, @Nullable Double wanted) {
        var selection = selections.preview(access.project(), values);
        var budget = wanted == null
                ? null
                : selections
                        .smallestBudget(access.project(), values, Math.clamp(wanted, 0.0, 100.0))
                        .orElse(null);
        return SelectionShown.of(selection, budget);
    }
}
