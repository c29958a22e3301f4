package dev.interlock.schedule.trigger;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.plan.Plans;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.ScheduleProblem;
import dev.interlock.schedule.TriggerDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds every fault of a trigger before it is stored. */
@Component
class TriggerCheck {
    private static final Duration LONGEST_DEBOUNCE = Duration.ofHours(1);
    private static final int LONGEST_BRANCH = 100;
    private static final int MOST_SERVICES = 100;

    private final Plans plans;
    private final Environments environments;

    TriggerCheck(Plans plans, Environments environments) {
        this.plans = plans;
        this.environments = environments;
    }

    void check(ProjectId project, TriggerDraft draft) {
        var findings = new ArrayList<Finding>();
        checkAction(project, draft, findings);
        checkFilter(project, draft, findings);
        if (draft.debounce().isNegative() || draft.debounce().compareTo(LONGEST_DEBOUNCE) > 0) {
            findings.add(Finding.error("debounceMs", "The debounce is outside of 0 to 1 hour.", "Shorten it."));
        }
        if (!findings.isEmpty()) {
            throw ScheduleProblem.TRIGGER_IS_WRONG.because(findings.getFirst().problem(), findings);
        }
    }

    private void checkAction(ProjectId project, TriggerDraft draft, List<Finding> findings) {
        var plan = draft.plan();
        if (plan == null && !draft.event().namesServices()) {
            findings.add(Finding.error(
                    "plan", "The end of a run names no service that changed.", "Choose the plan it starts."));
        }
        if (plan != null && plans.find(project, plan).isEmpty()) {
            findings.add(Finding.error("plan", "There is no plan \"" + plan + "\".", "Choose one of the list."));
        }
        var environment = draft.environment();
        if (environment != null) {
            checkEnvironment(project, "environment", environment.value(), findings);
        }
    }

    private void checkFilter(ProjectId project, TriggerDraft draft, List<Finding> findings) {
        var filter = draft.filter();
        if (filter.services().size() > MOST_SERVICES) {
            findings.add(Finding.error(
                    "filter.services",
                    "More than " + MOST_SERVICES + " services are named.",
                    "Name none to take all."));
        }
        if (filter.branch().length() > LONGEST_BRANCH) {
            findings.add(Finding.error(
                    "filter.branch",
                    "The branch is longer than " + LONGEST_BRANCH + " characters.",
                    "Use an asterisk."));
        }
        if (!filter.environment().isEmpty()) {
            checkEnvironment(project, "filter.environment", filter.environment(), findings);
        }
    }

    private void checkEnvironment(ProjectId project, String where, String key, List<Finding> findings) {
        if (!Keys.isWellFormed(key)
                || environments.find(project, new EnvironmentKey(key)).isEmpty()) {
            findings.add(Finding.error(where, "There is no environment \"" + key + "\".", "Choose one of the list."));
        }
    }
}
