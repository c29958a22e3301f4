package dev.interlock.web.plans;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.Plan;
import dev.interlock.plan.PlanDraft;
import dev.interlock.plan.PlanValues;
import dev.interlock.plan.Scope;
import dev.interlock.platform.Keys;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestKey;
import dev.interlock.web.view.NumberText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the plan builder says; the same words stand in its address, so that a what-if can be shared unsaved.
 *
 * @param budget minutes, empty for no limit
 * @param q filter of test cases
 * @param plusPin one pin more, of a button
 * @param plusDrop one drop more, of a button
 * @param wanted share of the score in percent to find the smallest budget for; a plan does not keep it
 * @param maxRiskLeft gate: percent of the score that may be left, empty asks nothing
 * @param maxQuarantined gate: percent of tests that may be in quarantine
 * @param maxFlaky gate: tests that may both fail and pass
 * @param changed keys of changed services, with spaces between
 * @param onlyReady whether tests of services not known to be ready are set apart
 */
record PlanForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable String env,
        @Nullable String budget,
        @Nullable String workers,
        @Nullable String q,
        @Nullable String suite,
        @Nullable String changed,
        @Nullable Boolean onlyReady,
        @Nullable List<String> pin,
        @Nullable List<String> drop,
        @Nullable String plusPin,
        @Nullable String plusDrop,
        @Nullable Boolean noNewProblem,
        @Nullable Boolean criticalPathsOk,
        @Nullable Boolean contractsKept,
        @Nullable Long version,
        @Nullable String wanted,
        @Nullable String maxRiskLeft,
        @Nullable String maxQuarantined,
        @Nullable String maxFlaky) {
    private static final int USUAL_WORKERS = 4;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final int LONGEST_MINUTES = 10_080;
    private static final int MOST_FLAKY = 100_000;

    static PlanForm of(Plan plan) {
        return new PlanForm(
                plan.key().value(),
                plan.name(),
                plan.environment().value(),
                plan.budget() == null ? null : NumberText.of(plan.budget().toMillis() / MILLIS_PER_MINUTE),
                String.valueOf(plan.workers()),
                plan.scope().query(),
                plan.scope().suites().stream().map(SuiteKey::value).findFirst().orElse(null),
                String.join(
                        " ",
                        plan.scope().changed().stream().map(ServiceKey::value).toList()),
                plan.scope().onlyReady() ? true : null,
                plan.pins().stream().map(TestKey::value).toList(),
                plan.drops().stream().map(TestKey::value).toList(),
                null,
                null,
                plan.gate().noNewProblem(),
                plan.gate().criticalPathsOk(),
                plan.gate().contractsKept(),
                plan.version(),
                null,
                text(plan.gate().maxRiskLeft()),
                text(plan.gate().maxQuarantined()),
                text(plan.gate().maxFlaky()));
    }

    private static @Nullable String text(@Nullable Number number) {
        return number == null ? null : NumberText.of(number.doubleValue());
    }

    private NumberText budgetText() {
        return NumberText.decimal(budget, 0.1, LONGEST_MINUTES);
    }

    private NumberText workersText() {
        return NumberText.whole(workers, 1, 64);
    }

    private NumberText wantedText() {
        return NumberText.decimal(wanted, 1, 100);
    }

    /** Every number somebody typed, by the name of its field. */
    private Map<String, NumberText> numbers() {
        return Map.of(
                "budget", budgetText(),
                "workers", workersText(),
                "wanted", wantedText(),
                "maxRiskLeft", NumberText.decimal(maxRiskLeft, 0, 100),
                "maxQuarantined", NumberText.decimal(maxQuarantined, 0, 100),
                "maxFlaky", NumberText.whole(maxFlaky, 0, MOST_FLAKY));
    }

    /** What is wrong with the fields, by the name of the field. */
    Map<String, String> faults() {
        var faults = new TreeMap<String, String>();
        numbers().forEach((name, number) -> number.fault().ifPresent(fault -> faults.put(name, fault)));
        return faults;
    }

    /** What was written for keys of changed services. */
    List<String> changedWords() {
        return split(changed).toList();
    }

    /** This what-if where the address says something, the saved plan elsewhere. */
    PlanForm over(PlanForm saved) {
        var said = Stream.of(env, budget, workers, q, suite, changed, onlyReady, pin, drop, plusPin, plusDrop, wanted)
                .anyMatch(Objects::nonNull);
        return said
                ? new PlanForm(
                        saved.key,
                        saved.name,
                        env == null ? saved.env : env,
                        budget,
                        workers,
                        q,
                        suite,
                        changed,
                        onlyReady,
                        pin,
                        drop,
                        plusPin,
                        plusDrop,
                        saved.noNewProblem,
                        saved.criticalPathsOk,
                        saved.contractsKept,
                        saved.version,
                        wanted,
                        saved.maxRiskLeft,
                        saved.maxQuarantined,
                        saved.maxFlaky)
                : saved;
    }

    /** The same, with an environment where none is said. */
    PlanForm usually(@Nullable String environment) {
        return env != null || environment == null
                ? this
                : new PlanForm(
                        key,
                        name,
                        environment,
                        budget,
                        workers,
                        q,
                        suite,
                        changed,
                        onlyReady,
                        pin,
                        drop,
                        plusPin,
                        plusDrop,
                        noNewProblem,
                        criticalPathsOk,
                        contractsKept,
                        version,
                        wanted,
                        maxRiskLeft,
                        maxQuarantined,
                        maxFlaky);
    }

    /** Workers, 1 to 64; four unless said. */
    public int most() {
        return Objects.requireNonNullElse(workersText().integer(), USUAL_WORKERS);
    }

    /** The wanted share of the score, 1 to 100 percent, if one is asked for. */
    OptionalDouble wantedShare() {
        return wantedText().value();
    }

    /** Every pin, the button's included. */
    public List<String> pins() {
        return joined(pin, plusPin);
    }

    /** Every drop, the button's included. */
    public List<String> drops() {
        return joined(drop, plusDrop);
    }

    private static List<String> joined(@Nullable List<String> some, @Nullable String more) {
        return Stream.concat(Stream.ofNullable(some).flatMap(List::stream), Stream.ofNullable(more))
                .distinct()
                .toList();
    }

    PlanValues values() {
        return new PlanValues(
                scope(),
                env == null || env.isBlank() ? null : new EnvironmentKey(env),
                time(),
                most(),
                Set.copyOf(keys(pins())),
                Set.copyOf(keys(drops())));
    }

    PlanDraft draft() {
        return new PlanDraft(
                Objects.requireNonNullElse(name, "").strip(),
                scope(),
                new EnvironmentKey(Objects.requireNonNullElse(env, "")),
                time(),
                most(),
                keys(pins()),
                keys(drops()),
                new GateRules(
                        0,
                        Boolean.TRUE.equals(noNewProblem),
                        Boolean.TRUE.equals(criticalPathsOk),
                        number("maxRiskLeft").real(),
                        Boolean.TRUE.equals(contractsKept),
                        number("maxQuarantined").real(),
                        number("maxFlaky").integer()));
    }

    String keyOrProposal() {
        return key == null || key.isBlank() ? Keys.propose(Objects.requireNonNullElse(name, "")) : key.strip();
    }

    private @Nullable Duration time() {
        var minutes = budgetText().value();
        return minutes.isEmpty() ? null : Duration.ofMillis(Math.round(minutes.getAsDouble() * MILLIS_PER_MINUTE));
    }

    private NumberText number(String name) {
        return Objects.requireNonNull(numbers().get(name));
    }

    private Scope scope() {
        return new Scope(
                words(suite, SuiteKey::new),
                q == null || q.isBlank() ? null : q.strip(),
                words(changed, ServiceKey::of),
                List.of(),
                Boolean.TRUE.equals(onlyReady));
    }

    private static List<TestKey> keys(@Nullable List<String> keys) {
        return keys == null
                ? List.of()
                : keys.stream()
                        .filter(Keys::isWellFormed)
                        .distinct()
                        .map(TestKey::new)
                        .toList();
    }

    private static <T> List<T> words(@Nullable String text, Function<String, T> make) {
        return split(text).filter(Keys::isWellFormed).map(make).toList();
    }

    private static Stream<String> split(@Nullable String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split("[\\s,]+"))
                .filter(word -> !word.isEmpty());
    }
}
