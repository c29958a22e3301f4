package dev.interlock.api.planning;

import dev.interlock.plan.CurvePoint;
import dev.interlock.plan.LeftOut;
import dev.interlock.plan.MoreTime;
import dev.interlock.plan.NextBest;
import dev.interlock.plan.SelectedTest;
import dev.interlock.plan.Selection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A selection as JSON; times are milliseconds, shares percent. */
record SelectionShown(
        List<TestShown> tests,
        List<OutShown> out,
        double riskCovered,
        double riskLeft,
        long expectedMs,
        long p90Ms,
        List<PointShown> curve,
        @Nullable NextShown nextBest,
        List<MoreShown> moreTime,
        @Nullable Long smallestBudgetMs,
        @Nullable Long wantedBudgetMs,
        int unknownDurations,
        List<String> notes) {

    /** A test that is to run. */
    record TestShown(
            String key,
            int rank,
            String reason,
            double risk,
            double probability,
            int impact,
            long expectedMs,
            long p90Ms,
            boolean pinned,
            boolean durationKnown,
            List<String> paths) {
        static TestShown of(SelectedTest test) {
            return new TestShown(
                    test.key().value(),
                    test.rank(),
                    test.reason(),
                    test.risk(),
                    test.probability(),
                    test.impact(),
                    test.expected().toMillis(),
                    test.p90().toMillis(),
                    test.pinned(),
                    test.durationKnown(),
                    test.paths().stream().map(Object::toString).toList());
        }
    }

    /** A test that is not to run. */
    record OutShown(String key, LeftOut.Why why, String reason) {
        static OutShown of(LeftOut out) {
            return new OutShown(out.key().value(), out.why(), out.reason());
        }
    }

    /** A point of the curve. */
    record PointShown(long atMs, double covered) {
        static PointShown of(CurvePoint point) {
            return new PointShown(point.at().toMillis(), point.covered());
        }
    }

    /** What more time would bring. */
    record NextShown(String test, long moreMs, double gain, String text) {
        static @Nullable NextShown of(@Nullable NextBest next) {
            return next == null
                    ? null
                    : new NextShown(next.test().value(), next.more().toMillis(), next.gain(), next.text());
        }
    }

    /** What a longer time box would bring. */
    record MoreShown(long moreMs, int tests, double gain) {
        static MoreShown of(MoreTime more) {
            return new MoreShown(more.more().toMillis(), more.tests(), more.gain());
        }
    }

    /** @param wanted smallest time box for the wanted share, null when none was wanted or no time is enough */
    static SelectionShown of(Selection selection, @Nullable Duration wanted) {
        return new SelectionShown(
                selection.tests().stream().map(TestShown::of).toList(),
                selection.out().stream().map(OutShown::of).toList(),
                selection.riskCovered(),
                selection.riskLeft(),
                selection.expected().toMillis(),
                selection.p90().toMillis(),
                selection.curve().stream().map(PointShown::of).toList(),
                NextShown.of(selection.nextBest()),
                selection.moreTime().stream().map(MoreShown::of).toList(),
                ms(selection.smallestBudget()),
                ms(wanted),
                selection.unknownDurations(),
                selection.notes());
    }

    private static @Nullable Long ms(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }
}
