package dev.interlock.web.paths;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.history.PathState;
import dev.interlock.risk.PathRisk;
import dev.interlock.web.view.ScoreBadge;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A path as lists show it: what it is, how risky it is and how it stands.
 *
 * @param risk null before the first scoring
 * @param state null before the first result of any path
 */
public record PathRow(
        IntegrationPath path,
        @Nullable PathRisk risk,
        @Nullable PathState state) {
    private static final int CELLS = 10;

    /** The key as text. */
    public String key() {
        return path.key().value();
    }

    /** The score, 0 before the first scoring. */
    public double score() {
        return risk == null ? 0 : risk.score();
    }

    /** Row of the matrix, 0 before the first scoring. */
    public int level() {
        return risk == null ? 0 : risk.level();
    }

    /** Impact 1..5, 0 before the first scoring. */
    public int impact() {
        return risk == null ? 0 : risk.impact();
    }

    /** Likelihood 0..1, 0 before the first scoring. */
    double likelihood() {
        return risk == null ? 0 : risk.likelihood();
    }

    /** Change of the score in seven days. */
    double change() {
        return risk == null ? 0 : risk.change7d();
    }

    /** The score with its bar, null before the first scoring. */
    public @Nullable ScoreBadge badge() {
        return risk == null ? null : ScoreBadge.of(risk.score(), risk.band());
    }

    /** Verified, stale, failing or untested. */
    public Status status() {
        return state == null ? Status.UNTESTED : Status.named(state.state());
    }

    /** The last ten results. */
    public Strip strip() {
        return state == null
                ? Strip.of(java.util.List.of(), CELLS)
                : Strip.of(state.strip().stream().map(Status::named).toList(), CELLS);
    }

    /** What came of its last run, {@link Status#NONE} before the first. */
    public Status latest() {
        return state == null || state.strip().isEmpty()
                ? Status.NONE
                : Status.named(state.strip().getFirst());
    }

    /** When a test of it last ran. */
    public @Nullable Instant lastAt() {
        return state == null ? null : state.lastAt();
    }

    /** Number of tests that exercise it. */
    public int tests() {
        return state == null ? 0 : state.tests();
    }
}
