package dev.interlock.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTests {
    @ParameterizedTest
    @CsvSource({"Checkout Pay!, checkout-pay", "Überweisung, uberweisung", "'  ..x', x", "'', unnamed"})
    void proposesAKeyFromAName(String name, String key) {
        assertThat(Keys.propose(name)).isEqualTo(key);
        assertThat(Keys.isWellFormed(Keys.propose(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "a/b", "ä"})
    void refusesWhatIsNotAKey(String key) {
        assertThatThrownBy(() -> Keys.require("service", key))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("key of the service");
    }

    @Test
    void takesTheLongestKeyAndNothingLonger() {
        assertThat(Keys.isWellFormed("a".repeat(63))).isTrue();
        assertThat(Keys.isWellFormed("a".repeat(64))).isFalse();
    }
}
