package dev.interlock.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HopStructureTests {
    @Test
    void whatStructureAddsIsTheSameWithAndWithoutWords() {
        for (var bits = 0; bits < 32; bits++) {
            for (var teams : Teams.values()) {
                for (var tested : Tested.values()) {
                    var facts = facts(bits, teams, tested);

                    assertThat(HopStructure.hazard(facts))
                            .isCloseTo(HopStructure.sum(HopStructure.start(facts, Instant.EPOCH)), within(1e-12));
                }
            }
        }
    }

    private static HopFacts facts(int bits, Teams teams, Tested tested) {
        return new HopFacts(
                new HopId("orders", "payment"),
                (bits & 1) > 0,
                (bits & 2) > 0,
                (bits & 4) > 0,
                teams,
                (bits & 8) > 0,
                (bits & 16) > 0,
                tested,
                7,
                2);
    }
}
