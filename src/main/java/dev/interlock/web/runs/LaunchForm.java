package dev.interlock.web.runs;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunLimits;
import dev.interlock.execution.RunOrigin;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.history.Purpose;
import dev.interlock.plan.PlanKey;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person fills in to start a run; everything is text so that nothing typed is lost. */
public record LaunchForm(
        String plan,
        String suite,
        String tests,
        String environment,
        String minutes,
        String workers,
        String purpose,
        String branch,
        String stopAfter,
        String note,
        String confirm,
        String idempotencyKey) {

    /** Missing fields are empty. */
    public LaunchForm(
            @Nullable String plan,
            @Nullable String suite,
            @Nullable String tests,
            @Nullable String environment,
            @Nullable String minutes,
            @Nullable String workers,
            @Nullable String purpose,
            @Nullable String branch,
            @Nullable String stopAfter,
            @Nullable String note,
            @Nullable String confirm,
            @Nullable String idempotencyKey) {
        this.plan = text(plan);
        this.suite = text(suite);
        this.tests = text(tests);
        this.environment = text(environment);
        this.minutes = text(minutes);
        this.workers = text(workers);
        this.purpose = purpose == null || purpose.isBlank() ? "MAIN" : purpose;
        this.branch = branch == null ? "main" : branch.strip();
        this.stopAfter = text(stopAfter);
        this.note = text(note);
        this.confirm = text(confirm);
        this.idempotencyKey = text(idempotencyKey);
    }

    LaunchForm orUsual(@Nullable String usualEnvironment) {
        return environment.isEmpty() && plan.isEmpty() && usualEnvironment != null ? in(usualEnvironment) : this;
    }

    LaunchForm keyed(String key) {
        return new LaunchForm(
                plan, suite, tests, environment, minutes, workers, purpose, branch, stopAfter, note, confirm, key);
    }

    /** @param place where the run goes, when that is known */
    RunRequest request(@Nullable Environment place) {
        if (place != null
                && place.protectedEnvironment()
                && !confirm.equals(place.key().value())) {
            throw RunProblem.ENVIRONMENT_IS_PROTECTED.because(
                    "The environment " + place.key() + " is protected: type its key to confirm the run.");
        }
        return new RunRequest(
                scope(),
                environment.isEmpty() ? null : new EnvironmentKey(environment),
                limits(),
                new RunLabels(Purpose.valueOf(purpose), branch, "", note, Map.of(), Map.of()),
                RunOrigin.of("page").keyed(idempotencyKey.isEmpty() ? null : idempotencyKey));
    }

    private LaunchForm in(String other) {
        return new LaunchForm(
                plan, suite, tests, other, minutes, workers, purpose, branch, stopAfter, note, confirm, idempotencyKey);
    }

    private RunScope scope() {
        if (!plan.isEmpty()) {
            return RunScope.plan(new PlanKey(plan));
        }
        return suite.isEmpty() ? RunScope.tests(keys()) : RunScope.suite(new SuiteKey(suite));
    }

    private List<TestKey> keys() {
        return Arrays.stream(tests.split("[,\\s]+"))
                .filter(key -> !key.isEmpty())
                .map(TestKey::new)
                .toList();
    }

    private RunLimits limits() {
        return new RunLimits(
                minutes.isEmpty() ? null : Duration.ofSeconds(Math.round(60 * number("time budget", minutes))),
                workers.isEmpty() ? null : (int) number("workers", workers),
                stopAfter.isEmpty() ? null : (int) number("failures to stop after", stopAfter));
    }

    private static double number(String what, String value) {
        try {
            return Double.parseDouble(value.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw RunProblem.LIMIT_IS_WRONG.because("The " + what + " \"" + value + "\" is no number.");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
