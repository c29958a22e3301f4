package dev.interlock.risk;

import dev.interlock.catalog.PathKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk of one path.
 *
 * @param likelihood probability 0..1 that the path has a fault now
 * @param impact 1..5
 * @param score 20 x likelihood x impact, 0..100, one decimal
 * @param level 1..5, row of the matrix
 * @param confidence 0..1, how much evidence there is
 * @param factors reasons, worst hop first, adding up to the log-odds of the likelihood
 * @param explanation one plain sentence
 * @param impactReason where the impact comes from, in words
 * @param override values a person set, null without
 * @param computed the risk without the override, null without an override
 * @param change7d score now minus the score seven days ago
 */
public record PathRisk(
        PathKey path,
        double likelihood,
        int impact,
        double score,
        int level,
        Band band,
        double confidence,
        List<Factor> factors,
        String explanation,
        String impactReason,
        @Nullable RiskOverride override,
        @Nullable PathRisk computed,
        double change7d) {
    /** What the path counts in shares: its score before rounding, so that many small risks are not lost. */
    public double weight() {
        return 20 * likelihood * impact;
    }

    /** The same with the change since an earlier score. */
    public PathRisk since(double earlier) {
        return new PathRisk(
                path,
                likelihood,
                impact,
                score,
                level,
                band,
                confidence,
                factors,
                explanation,
                impactReason,
                override,
                computed,
                Math.round((score - earlier) * 10) / 10.0);
    }
}
