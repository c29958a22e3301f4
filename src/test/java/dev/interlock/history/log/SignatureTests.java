package dev.interlock.history.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.HowKnown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expected 201 but was 502 | expected 200 but was 500",
                "order 7f9c2ba4-e88f-4271-9a3c-0b1d2e3f4a5b not found | order 00000000-e88f-4271-9a3c-0b1d2e3f4a5b not found",
                "due 2026-11-23T10:00:00Z | due 2025-01-01T00:00:00.5Z",
                "Account@1f2e3d4c is gone | Account@0a0b0c0d is gone",
                "id ord_9x8y7z6w5 | id ord_1a2b3c4d5",
                "pay: expected status == 201; it was 502 | place: expected status == 201; it was 502; 2 more checks do not hold",
            })
    void leavesOutWhatDiffersByChance(String one, String other) {
        assertThat(Signature.of(failure(one, "bank"))).isEqualTo(Signature.of(failure(other, "bank")));
    }

    @Test
    void tellsSentencesHopsAndCausesApart() {
        var base = Signature.of(failure("expected a total", "bank"));

        assertThat(Signature.of(failure("expected a currency", "bank"))).isNotEqualTo(base);
        assertThat(Signature.of(failure("expected a total", "ledger"))).isNotEqualTo(base);
        assertThat(Signature.of(new Failure("expected a total", CauseClass.TIMEOUT, null, "")))
                .isNotEqualTo(Signature.of(new Failure("expected a total", CauseClass.ASSERTION, null, "")));
    }

    private static Failure failure(String sentence, String provider) {
        var blame = new Blame(new ServiceKey("payment"), new ServiceKey(provider), HowKnown.TRACE, "it did");
        return new Failure(sentence, CauseClass.ASSERTION, blame, "pay");
    }
}
