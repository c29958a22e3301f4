package dev.interlock.execution.book;

import dev.interlock.execution.Attempt;
import dev.interlock.execution.StepRecord;
import dev.interlock.execution.StoredBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the texts of bodies back into recorded exchanges. */
final class Bodies {
    private Bodies() {}

    static List<Attempt> into(List<Attempt> attempts, Map<Integer, String> texts) {
        return attempts.stream().map(attempt -> attempt(attempt, texts)).toList();
    }

    private static Attempt attempt(Attempt one, Map<Integer, String> texts) {
        return new Attempt(
                one.number(),
                one.outcome(),
                one.startedAt(),
                one.took(),
                one.traceId(),
                one.failure(),
                one.inputs(),
                one.outputs(),
                one.steps().stream().map(step -> step(step, texts)).toList());
    }

    private static StepRecord step(StepRecord one, Map<Integer, String> texts) {
        return one.withExchanges(one.exchanges().stream()
                .map(exchange ->
                        exchange.withBodies(body(exchange.requestBody(), texts), body(exchange.responseBody(), texts)))
                .toList());
    }

    private static @Nullable StoredBody body(@Nullable StoredBody body, Map<Integer, String> texts) {
        return body == null ? null : body.withText(texts.getOrDefault(body.number(), body.text()));
    }
}
