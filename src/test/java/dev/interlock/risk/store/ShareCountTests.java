package dev.interlock.risk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.PathState;
import dev.interlock.history.Verification;
import dev.interlock.risk.Band;
import dev.interlock.risk.PathRisk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareCountTests {
    private static final PathKey PAY = PathKey.of("pay");
    private static final PathKey SHIP = PathKey.of("ship");

    @Test
    void sharesEvenRisksWhoseScoresRoundToNothing() {
        var shares = ShareCount.of(List.of(risk(PAY, .0003), risk(SHIP, .0001)), Map.of(PAY, verified(PAY)));

        assertThat(shares.verified().percent()).isEqualTo(75);
        assertThat(shares.untested().percent()).isEqualTo(25);
        assertThat(shares.riskLeft()).isEqualTo(25);
    }

    private static PathRisk risk(PathKey path, double likelihood) {
        return new PathRisk(path, likelihood, 5, 0, 1, Band.of(0), 1, List.of(), "", "", null, null, 0);
    }

    private static PathState verified(PathKey path) {
        return new PathState(path, Verification.VERIFIED, false, 1, 1, null, null, null, null, List.of(), "");
    }
}
