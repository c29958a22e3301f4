package dev.interlock.demo.shop;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What goes wrong in one service of the shop, decided request by request. Safe for use by several threads. */
final class Mischief {
    private static final Duration SLOW = Duration.ofSeconds(4);
    /** The numbers of the shop's answers, one at least in each. */
    private static final Set<String> NUMBERS = Set.of("price", "total", "amount", "left", "parcels", "count");

    private final String service;
    private volatile Planned planned = new Planned(null, null, new AtomicInteger());

    Mischief(String service) {
        this.service = service;
    }

    /** @param operation the only operation it shows in; null for all */
    private record Planned(@Nullable Fault fault, @Nullable String operation, AtomicInteger requests) {}

    void plan(@Nullable Fault fault, @Nullable String operation) {
        planned = new Planned(fault, operation, new AtomicInteger());
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(planned.fault());
    }

    boolean has(Fault fault, String operation) {
        var now = planned;
        return now.fault() == fault && (now.operation() == null || operation.equals(now.operation()));
    }

    /** An answer given without doing anything. */
    Optional<Answer> instead(String operation) {
        if (has(Fault.SERVER_ERROR, operation)) {
            return Optional.of(Answer.error(500, service + " broke"));
        }
        if (has(Fault.BAD_GATEWAY, operation)) {
            return Optional.of(Answer.error(502, service + " got no answer from behind"));
        }
        if (has(Fault.WRONG_REFUSAL, operation)) {
            return Optional.of(Answer.error(422, service + " does not take this"));
        }
        if (has(Fault.FLAKY, operation) && planned.requests().getAndIncrement() % 2 == 0) {
            return Optional.of(Answer.error(503, service + " is overloaded"));
        }
        if (has(Fault.SLOW, operation)) {
            pause();
        }
        return Optional.empty();
    }

    /** A good answer with its numbers spoiled when that is the fault. */
    Answer spoil(String operation, Answer answer) {
        if (!answer.isGood()) {
            return answer;
        }
        for (var fault : List.of(Fault.WRONG_FIELD, Fault.MISSING_FIELD, Fault.WRONG_VALUE)) {
            if (has(fault, operation)) {
                return new Answer(answer.status(), spoiled(fault, answer.body()));
            }
        }
        return answer;
    }

    private static Object spoiled(Fault fault, Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(item -> spoiled(fault, item)).toList();
        }
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        var wrong = new LinkedHashMap<String, Object>();
        fields.forEach((name, field) -> {
            if (!(field instanceof Number number) || !NUMBERS.contains(name)) {
                wrong.put(String.valueOf(name), spoiled(fault, field));
            } else if (fault != Fault.MISSING_FIELD) {
                wrong.put(String.valueOf(name), fault == Fault.WRONG_FIELD ? number.toString() : oneMore(number));
            }
        });
        return wrong;
    }

    private static Number oneMore(Number number) {
        return number instanceof Integer whole ? (Number) (whole + 1) : (Number) (number.doubleValue() + 1);
    }

    /** The slow answer is the fault itself: a target really has to take its time. */
    private static void pause() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
