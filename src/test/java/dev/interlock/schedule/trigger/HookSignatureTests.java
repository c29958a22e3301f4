package dev.interlock.schedule.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.schedule.HookCall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The worked example of the Standard Webhooks specification, and what must not pass. */
class HookSignatureTests {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330).plusSeconds(20);

    @Test
    void takesTheSignatureOfTheSpecification() {
        assertThat(HookSignature.holds(SECRET, new HookCall(ID, AT, SIGNATURE, BODY), NOW))
                .isTrue();
    }

    @Test
    void takesOneOfSeveralWhileSecretsAreRenewed() {
        var several = "v1,AAAA " + SIGNATURE + " v2,BBBB";
        assertThat(HookSignature.holds(SECRET, new HookCall(ID, AT, several, BODY), NOW))
                .isTrue();
    }

    @Test
    void refusesAnotherBodyIdOrTime() {
        assertThat(HookSignature.holds(SECRET, new HookCall(ID, AT, SIGNATURE, BODY + " "), NOW))
                .isFalse();
        assertThat(HookSignature.holds(SECRET, new HookCall("msg_2", AT, SIGNATURE, BODY), NOW))
                .isFalse();
        assertThat(HookSignature.holds(SECRET, new HookCall(ID, "1614265331", SIGNATURE, BODY), NOW))
                .isFalse();
    }

    @Test
    void refusesWhatIsOlderOrNewerThanFiveMinutes() {
        var call = new HookCall(ID, AT, SIGNATURE, BODY);
        assertThat(HookSignature.holds(SECRET, call, NOW.plusSeconds(281))).isFalse();
        assertThat(HookSignature.holds(SECRET, call, NOW.minusSeconds(321))).isFalse();
    }

    @Test
    void refusesWhatIsNoTimeAtAll() {
        assertThat(HookSignature.holds(SECRET, new HookCall(ID, "soon", SIGNATURE, BODY), NOW))
                .isFalse();
        assertThat(HookSignature.holds(SECRET, new HookCall("", AT, SIGNATURE, BODY), NOW))
                .isFalse();
    }
}
