package dev.interlock.security.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInDelayTests {
    @Test
    void doublesFromOneSecondUpToTheLongest() {
        assertThat(SignInDelay.after(0)).isZero();
        assertThat(SignInDelay.after(-5)).isZero();
        assertThat(SignInDelay.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SignInDelay.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(SignInDelay.after(7)).isEqualTo(SignInDelay.LONGEST);
        assertThat(SignInDelay.after(1_000_000)).isEqualTo(SignInDelay.LONGEST);
    }

    @Test
    void letsFewerThanAHundredGuessesThroughInAnHour() {
        var guesses = 0;
        for (var at = Duration.ZERO; at.compareTo(Duration.ofHours(1)) < 0; at = at.plus(SignInDelay.after(guesses))) {
            guesses++;
        }

        assertThat(guesses).isLessThan(100);
    }

    @Test
    void countsAWholeNetworkOfVersionSixTogether() {
        assertThat(SignIn.network("2001:db8::1")).isEqualTo(SignIn.network("2001:db8::ffff"));
        assertThat(SignIn.network("2001:db8:0:1::1")).isNotEqualTo(SignIn.network("2001:db8::1"));
        assertThat(SignIn.network("192.0.2.1")).isNotEqualTo(SignIn.network("192.0.2.2"));
    }
}
