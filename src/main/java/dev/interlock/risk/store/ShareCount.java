package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.PathState;
import dev.interlock.history.Verification;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.Shares;
import dev.interlock.risk.StateShare;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds scores up by state, so that the four shares make exactly 100. */
final class ShareCount {
    private final Map<Verification, Double> scores = new EnumMap<>(Verification.class);
    private final Map<Verification, Integer> paths = new EnumMap<>(Verification.class);

    private ShareCount() {}

    /** Shares of the scores; all are 0 without any score. */
    static Shares of(List<PathRisk> risks, Map<PathKey, PathState> states) {
        var count = new ShareCount();
        risks.forEach(risk -> count.add(risk, states.get(risk.path())));
        return count.shares(risks);
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private void add(PathRisk risk, @Nullable PathState state) {
        var verification = state == null ? Verification.UNTESTED : state.state();
        var counted = verification == Verification.VERIFIED && state != null ? state.verifiedPart() : 1;
        paths.merge(verification, 1, Integer::sum);
        scores.merge(verification, counted * risk.weight(), Double::sum);
        scores.merge(Verification.UNTESTED, (1 - counted) * risk.weight(), Double::sum);
    }

    private Shares shares(List<PathRisk> risks) {
        var total = risks.stream().mapToDouble(PathRisk::weight).sum();
        var verified = percent(Verification.VERIFIED, total);
        var stale = percent(Verification.STALE, total);
        var failing = percent(Verification.FAILING, total);
        var untested = total == 0 ? 0 : tenth(Math.max(0, 100 - verified - stale - failing));
        return new Shares(
                share(Verification.VERIFIED, verified),
                share(Verification.STALE, stale),
                share(Verification.FAILING, failing),
                share(Verification.UNTESTED, untested),
                tenth(total),
                risks.size());
    }

    private double percent(Verification state, double total) {
        return total == 0 ? 0 : tenth(100 * scores.getOrDefault(state, 0.0) / total);
    }

    private StateShare share(Verification state, double percent) {
        return new StateShare(percent, tenth(scores.getOrDefault(state, 0.0)), paths.getOrDefault(state, 0));
    }
}
