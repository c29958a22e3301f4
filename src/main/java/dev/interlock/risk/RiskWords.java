package dev.interlock.risk;

import dev.interlock.risk.PathFacts.RatedHop;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence why a path is where it is. */
final class RiskWords {
    private static final int MOST_REASONS = 3;

    private RiskWords() {}

    static String explain(List<RatedHop> worstFirst, @Nullable OwnFailure failure) {
        if (worstFirst.isEmpty()) {
            return "The path has no hops yet.";
        }
        var worst = worstFirst.getFirst();
        var share = Odds.probability(worst.logOdds());
        var text = new StringBuilder("The weakest hop is " + worst.hop() + " (" + percent(share) + " likely broken)");
        var reasons = reasons(worst, 1);
        if (!reasons.isEmpty()) {
            text.append(": ").append(reasons);
        }
        var relief = reasons(worst, -1);
        if (!relief.isEmpty()) {
            text.append("; in its favour: ").append(relief);
        }
        return text.append('.')
                .append(failure == null ? "" : " Its own test fails: " + failure.evidence() + ".")
                .toString();
    }

    static String percent(double share) {
        if (share > .99 && share < 1) {
            return "over 99 %";
        }
        return share > 0 && share < .01 ? "under 1 %" : "%.0f %%".formatted(100 * share);
    }

    private static String reasons(RatedHop hop, int sign) {
        return hop.belief().moves().stream()
                .filter(move -> counts(move, sign))
                .sorted(Comparator.comparingDouble((Move move) -> Math.abs(move.delta()))
                        .reversed())
                .limit(MOST_REASONS)
                .sorted(Comparator.comparing(Move::at))
                .map(move -> HopStructure.words(move, hop.belief().worked()))
                .collect(Collectors.joining(", "));
    }

    private static boolean counts(Move move, int sign) {
        return !move.name().equals(HopStructure.START) && move.delta() * sign > .05;
    }
}
