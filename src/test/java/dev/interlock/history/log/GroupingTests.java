package dev.interlock.history.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.HowKnown;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two hundred failing tests with five causes, as the engine words them: how many problems a person has to read. */
class GroupingTests {
    private static final int TESTS_PER_CAUSE = 40;
    private static final List<String> STEPS = List.of("checkout", "pay", "place", "charge", "order.create");

    private final Random chance = new Random(7);

    private record Seen(int cause, String signature) {}

    @Test
    void makesFiveToSevenProblemsOfFiveCauses() {
        var seen = seen();

        assertThat(seen).hasSize(200);
        assertThat(seen.stream().map(Seen::signature).distinct().count()).isBetween(5L, 7L);
        assertThat(pairwiseF1(seen)).isGreaterThanOrEqualTo(.9);
    }

    private List<Seen> seen() {
        var seen = new ArrayList<Seen>();
        for (var test = 0; test < TESTS_PER_CAUSE; test++) {
            seen.add(seen(0, bankAnswersWith502()));
            seen.add(seen(1, catalogSendsTextForANumber(test)));
            seen.add(seen(2, shippingHangs()));
            seen.add(seen(3, inventoryTakesNoConnection()));
            seen.add(seen(4, messagesAreLost(test)));
        }
        return seen;
    }

    private static Seen seen(int cause, Failure failure) {
        return new Seen(cause, Signature.of(failure));
    }

    private Failure bankAnswersWith502() {
        var wanted = chance.nextBoolean() ? 201 : 200;
        return failure(
                step() + ": expected status == " + wanted + "; it was 502" + moreChecks(),
                CauseClass.ASSERTION,
                "payment",
                "bank",
                HowKnown.TRACE);
    }

    /** One product or a list of them: the same cause has two faces. */
    private Failure catalogSendsTextForANumber(int test) {
        var place = test % 4 == 0 ? "/items/" + chance.nextInt(20) + "/price" : "/price";
        return failure(
                step() + ": the answer breaks the contract of catalog: " + place + ": string found, number expected",
                CauseClass.CONTRACT,
                null,
                "catalog",
                HowKnown.TRACE);
    }

    private Failure shippingHangs() {
        return failure(
                step() + ": no answer within " + (2_000 + chance.nextInt(3_000)) + " ms",
                CauseClass.TIMEOUT,
                "orders",
                "shipping",
                HowKnown.TRACE);
    }

    private Failure inventoryTakesNoConnection() {
        return failure(
                "inventory at 127.0.0.1:" + (20_000 + chance.nextInt(20_000)) + " takes no connection",
                CauseClass.CONNECT,
                null,
                "inventory",
                HowKnown.ENTRY_ONLY);
    }

    private Failure messagesAreLost(int test) {
        var order = "order-" + (1_000 + chance.nextInt(9_000));
        var sentence = test % 5 == 0
                ? "message: expected $.items[?@.order == '" + order + "'] to be there"
                : "message: expected $response.body#/count == 1; it was 0 (after " + (2 + chance.nextInt(20))
                        + " attempts)";
        return failure(sentence, CauseClass.ASSERTION, "shipping", "notification", HowKnown.ENTRY_ONLY);
    }

    private String step() {
        return STEPS.get(chance.nextInt(STEPS.size()));
    }

    private String moreChecks() {
        var more = chance.nextInt(3);
        return more == 0 ? "" : "; " + more + (more == 1 ? " more check does not hold" : " more checks do not hold");
    }

    private static Failure failure(
            String sentence, CauseClass cause, @Nullable String consumer, String provider, HowKnown known) {
        var from = consumer == null ? null : new ServiceKey(consumer);
        var step = sentence.substring(0, Math.max(0, sentence.indexOf(": ")));
        return new Failure(sentence, cause, new Blame(from, new ServiceKey(provider), known, "it did"), step);
    }

    /** Of all pairs of tests: how well "same problem" agrees with "same cause". */
    private static double pairwiseF1(List<Seen> seen) {
        var both = 0;
        var grouped = 0;
        var caused = 0;
        for (var i = 0; i < seen.size(); i++) {
            for (var j = 0; j < i; j++) {
                var sameGroup = seen.get(i).signature().equals(seen.get(j).signature());
                var sameCause = seen.get(i).cause() == seen.get(j).cause();
                grouped += sameGroup ? 1 : 0;
                caused += sameCause ? 1 : 0;
                both += sameGroup && sameCause ? 1 : 0;
            }
        }
        return 2.0 * both / (grouped + caused);
    }
}
