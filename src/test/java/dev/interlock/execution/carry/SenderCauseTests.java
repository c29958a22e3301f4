package dev.interlock.execution.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.arazzo.FailureCause;
import dev.interlock.history.CauseClass;
import dev.interlock.outbound.OutboundFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SenderCauseTests {

    @ParameterizedTest
    @CsvSource({
        "REFUSED, POLICY",
        "DNS, DNS",
        "CONNECT, CONNECT",
        "RESET, RESET",
        "PROTOCOL, PROTOCOL",
        "TLS, TLS",
        "TIMEOUT, TIMEOUT",
        "TOO_LARGE, ENGINE"
    })
    void tellsApartWhatAPersonMendsDifferently(OutboundFailure.Kind kind, FailureCause cause) {
        assertThat(Sender.cause(kind)).isEqualTo(cause);
    }

    @ParameterizedTest
    @EnumSource(FailureCause.class)
    void keepsEveryCauseUnderItsOwnName(FailureCause cause) {
        assertThat(CauseClass.valueOf(cause.name())).hasToString(cause.name());
    }
}
