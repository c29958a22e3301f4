package dev.interlock.api.planning;

import dev.interlock.risk.Band;
import dev.interlock.risk.Factor;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskOverride;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk of a path as JSON.
 *
 * @param computed the values without the override, null without one
 */
record RiskShown(
        String path,
        double score,
        double likelihood,
        int impact,
        int level,
        Band band,
        double confidence,
        List<FactorShown> factors,
        String explanation,
        String impactReason,
        double change7d,
        @Nullable OverrideShown override,
        @Nullable RiskShown computed) {

    /** A reason; the contributions of all add up to the log-odds of the likelihood. */
    record FactorShown(
            String factor, String evidence, @Nullable String link, double weight, double contribution) {
        static FactorShown of(Factor factor) {
            return new FactorShown(
                    factor.name(), factor.evidence(), factor.link(), factor.weight(), factor.contribution());
        }
    }

    /** Values a person set. */
    record OverrideShown(
            @Nullable Double likelihood, @Nullable Integer impact, String reason, LocalDate expires, String by) {
        static @Nullable OverrideShown of(@Nullable RiskOverride override) {
            return override == null
                    ? null
                    : new OverrideShown(
                            override.likelihood(),
                            override.impact(),
                            override.reason(),
                            override.expires(),
                            override.by());
        }
    }

    static RiskShown of(PathRisk risk) {
        var computed = risk.computed();
        return new RiskShown(
                risk.path().value(),
                risk.score(),
                risk.likelihood(),
                risk.impact(),
                risk.level(),
                risk.band(),
                risk.confidence(),
                risk.factors().stream().map(FactorShown::of).toList(),
                risk.explanation(),
                risk.impactReason(),
                risk.change7d(),
                OverrideShown.of(risk.override()),
                computed == null ? null : of(computed));
    }
}
