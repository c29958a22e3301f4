package dev.interlock.execution.carry;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Attempt;
import dev.interlock.execution.Exchange;
import dev.interlock.execution.ExecutionProperties;
import dev.interlock.execution.ItemNotes;
import dev.interlock.execution.ItemNotes.VersionSeen;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.testcase.CrashPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries one item out, trying a failing test again as often as the settings say. */
@Component
class Workbench implements ItemRunner {
    private static final Set<CauseClass> WORTH_ANOTHER_TRY = EnumSet.of(
            CauseClass.ASSERTION,
            CauseClass.CONTRACT,
            CauseClass.TIMEOUT,
            CauseClass.CONNECT,
            CauseClass.DNS,
            CauseClass.TLS);

    private final Documents documents;
    private final Workplaces workplaces;
    private final Tries tries;
    private final VersionWatch watch;
    private final AlongTheWay way;
    private final ExecutionProperties properties;
    private final InstantSource clock;

    Workbench(
            Documents documents,
            Workplaces workplaces,
            Tries tries,
            VersionWatch watch,
            AlongTheWay way,
            ExecutionProperties properties,
            InstantSource clock) {
        this.documents = documents;
        this.workplaces = workplaces;
        this.tries = tries;
        this.watch = watch;
        this.way = way;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public ItemResult carryOut(ItemWork work, BooleanSupplier stopped) throws InterruptedException {
        var document = documents.of(work.test().document());
        if (document.isEmpty()) {
            var sentence = "The workflow of the test case cannot be read.";
            return ItemResult.unsent(
                    Outcome.BROKEN, clock.instant(), sentence, new Failure(sentence, CauseClass.SETUP, null, ""));
        }
        return new Bench(document.get(), work, workplaces.of(work), stopped).carryOut();
    }

    /** One item at work; a version that changes meanwhile makes what was seen worthless, so it is carried out once more. */
    private final class Bench {
        private final ArazzoDocument document;
        private final ItemWork work;
        private final Workplace workplace;
        private final BooleanSupplier stopped;
        private final Instant began = clock.instant();
        private final Map<Integer, String> bodies = new LinkedHashMap<>();
        private final List<Attempt> attempts = new ArrayList<>();

        Bench(ArazzoDocument document, ItemWork work, Workplace workplace, BooleanSupplier stopped) {
            this.document = document;
            this.work = work;
            this.workplace = workplace;
            this.stopped = stopped;
        }

        ItemResult carryOut() throws InterruptedException {
            var seen = round();
            if (seen.stream().noneMatch(VersionSeen::changed)) {
                return result(0, new ItemNotes(stubs(), seen, false));
            }
            if (work.test().crashPolicy() != CrashPolicy.RERUN) {
                return overtaken(seen, false);
            }
            var first = attempts.size();
            var again = round();
            return again.stream().anyMatch(VersionSeen::changed)
                    ? overtaken(again, true)
                    : result(first, new ItemNotes(stubs(), again, true));
        }

        /** Tries as often as the settings say; answers which versions were met around it. */
        private List<VersionSeen> round() throws InterruptedException {
            var before = watch.before(work, workplace);
            var first = attempts.size();
            do {
                attempts.add(tries.attempt(document, work, workplace, attempts.size() + 1, bodies, stopped));
            } while (attempts.size() - first < most(work) && isWorthAnotherTry(attempts.getLast()));
            var after = watch.after(work, workplace);
            return before.met().entrySet().stream()
                    .map(met -> new VersionSeen(
                            met.getKey(),
                            before.reported().getOrDefault(met.getKey(), ""),
                            met.getValue(),
                            after.met().getOrDefault(met.getKey(), "")))
                    .toList();
        }

        private List<ServiceKey> stubs() {
            var along = new TreeSet<>(way.services(work));
            along.retainAll(workplace.standIns().services());
            along.addAll(workplace
                    .standIns()
                    .answeredIn(attempts.stream().map(Attempt::traceId).toList()));
            return List.copyOf(along);
        }

        private ItemResult result(int first, ItemNotes notes) {
            var last = attempts.getLast();
            var now = clock.instant();
            var flaky = attempts.size() - first > 1 && last.outcome() == Outcome.PASSED;
            return new ItemResult(
                    last.outcome(),
                    Duration.between(began, now),
                    now,
                    flaky,
                    last.failure(),
                    null,
                    touched(attempts),
                    attempts,
                    notes,
                    bodies);
        }

        /** No verdict: it is not known which version gave the answers. */
        private ItemResult overtaken(List<VersionSeen> seen, boolean repeated) {
            var moves = seen.stream()
                    .filter(VersionSeen::changed)
                    .map(one -> one.service() + " from " + one.before() + " to " + one.after())
                    .collect(Collectors.joining(", "));
            var sentence = "A deployment came in between: " + moves
                    + (repeated ? ", again while the test was repeated." : "; the test may not be repeated.");
            var now = clock.instant();
            return new ItemResult(
                    Outcome.BROKEN,
                    Duration.between(began, now),
                    now,
                    false,
                    new Failure(sentence, CauseClass.SETUP, null, ""),
                    sentence,
                    touched(attempts),
                    attempts,
                    new ItemNotes(stubs(), seen, repeated),
                    bodies);
        }
    }

    private int most(ItemWork work) {
        return work.test().crashPolicy() == CrashPolicy.RERUN ? properties.attempts() : 1;
    }

    private static boolean isWorthAnotherTry(Attempt attempt) {
        var failure = attempt.failure();
        return attempt.outcome().isFault() && failure != null && WORTH_ANOTHER_TRY.contains(failure.cause());
    }

    private static Set<ServiceKey> touched(List<Attempt> attempts) {
        var touched = new TreeSet<ServiceKey>();
        for (var attempt : attempts) {
            for (var step : attempt.steps()) {
                step.exchanges().stream()
                        .map(Exchange::service)
                        .filter(Objects::nonNull)
                        .forEach(touched::add);
            }
        }
        return touched;
    }
}
