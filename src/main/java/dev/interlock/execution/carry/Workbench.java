package dev.interlock.execution.carry;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Attempt;
import dev.interlock.execution.Exchange;
import dev.interlock.execution.ExecutionProperties;
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

    private final Workplaces workplaces;
    private final Tries tries;
    private final ExecutionProperties properties;
    private final InstantSource clock;

    Workbench(Workplaces workplaces, Tries tries, ExecutionProperties properties, InstantSource clock) {
        this.workplaces = workplaces;
        this.tries = tries;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public ItemResult carryOut(ItemWork work, BooleanSupplier stopped) throws InterruptedException {
        var document = ArazzoDocument.inspect(work.test().document()).document();
        if (document.isEmpty()) {
            var sentence = "The workflow of the test case cannot be read.";
            return ItemResult.unsent(
                    Outcome.BROKEN, clock.instant(), sentence, new Failure(sentence, CauseClass.SETUP, null, ""));
        }
        var began = clock.instant();
        var bodies = new LinkedHashMap<Integer, String>();
        var attempts = new ArrayList<Attempt>();
        var workplace = workplaces.of(work);
        do {
            attempts.add(tries.attempt(document.get(), work, workplace, attempts.size() + 1, bodies, stopped));
        } while (attempts.size() < most(work) && isWorthAnotherTry(attempts.getLast()));
        return result(attempts, bodies, began);
    }

    private int most(ItemWork work) {
        return work.test().crashPolicy() == CrashPolicy.RERUN ? properties.attempts() : 1;
    }

    private static boolean isWorthAnotherTry(Attempt attempt) {
        var failure = attempt.failure();
        return attempt.outcome().isFault() && failure != null && WORTH_ANOTHER_TRY.contains(failure.cause());
    }

    private ItemResult result(List<Attempt> attempts, Map<Integer, String> bodies, Instant began) {
        var last = attempts.getLast();
        var now = clock.instant();
        var flaky = attempts.size() > 1 && last.outcome() == Outcome.PASSED;
        return new ItemResult(
                last.outcome(),
                Duration.between(began, now),
                now,
                flaky,
                last.failure(),
                null,
                touched(attempts),
                attempts,
                bodies);
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
