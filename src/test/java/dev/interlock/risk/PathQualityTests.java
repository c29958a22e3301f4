package dev.interlock.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.risk.fault.Part;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the quality of path likelihoods on simulated projects that differ in what is learned. */
class PathQualityTests {

    @ParameterizedTest
    @CsvSource({
        "steady, .88, .45",
        "drifting, .88, .33",
        "sparse, .85, .22",
        "messy, .85, .30",
        "weak tests, .80, .28",
        "flaky, .75, .28",
        "wrong blame, .85, .25",
        "outages, .72, .30",
        "narrow reach, .80, .15",
        "full reach, .87, .42",
        "all alike, .72, .33"
    })
    void findsFaultyPathsAndIsCalibrated(String regime, double found, double skill) {
        var result = new PathReplayer(PathRegime.of(regime), EnumSet.allOf(Part.class)).play();

        var filtered = result.filtered();
        assertThat(filtered.foundInTopFifth())
                .as("share of faulty paths in the top fifth")
                .isGreaterThan(found)
                .isGreaterThan(result.failureRate().foundInTopFifth() + .05)
                .isGreaterThan(result.mostChanged().foundInTopFifth() + .05);
        assertThat(filtered.skill()).as("Brier skill").isGreaterThan(skill);
        assertThat(filtered.calibrationError()).as("calibration error").isLessThan(.02);
    }

    @Test
    void theGateHoldsFaultsBackAndLetsHealthyReleasesPass() {
        var result = new GateReplayer(2, 3, true).play(10);

        assertThat(result.healthy()).isGreaterThan(200);
        assertThat(result.blockedShare()).as("healthy releases blocked").isLessThan(.01);
        assertThat(result.passedShare()).as("seeded critical faults passed").isLessThan(.02);
    }
}
