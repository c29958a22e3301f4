package dev.interlock.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of planning.
 *
 * @param tests what is to run, in order
 * @param riskCovered planned share of the project's score, in percent
 * @param riskLeft 100 - riskCovered, 0 when there is no score
 * @param expected time by the clock with the given workers
 * @param p90 time it stays below in nine of ten cases, about
 * @param curve planned share over time, at most 200 points
 * @param nextBest what more time would bring, null when nothing is left out for time
 * @param moreTime what one more minute and ten more would bring, empty when nothing is left out for time
 * @param smallestBudget smallest time box in which one test fits, null when the scope is empty
 * @param unknownDurations tests whose time is a stated default
 * @param objective value of what was maximised, for proofs
 * @param notes what is missing or out of date of what the choice rests on, a sentence each
 */
public record Selection(
        List<SelectedTest> tests,
        List<LeftOut> out,
        double riskCovered,
        double riskLeft,
        Duration expected,
        Duration p90,
        List<CurvePoint> curve,
        @Nullable NextBest nextBest,
        List<MoreTime> moreTime,
        @Nullable Duration smallestBudget,
        int unknownDurations,
        double objective,
        List<String> notes) {
    public Selection {
        tests = List.copyOf(tests);
        out = List.copyOf(out);
        curve = List.copyOf(curve);
        moreTime = List.copyOf(moreTime);
        notes = List.copyOf(notes);
    }

    /** Nothing is missing. */
    public Selection(
            List<SelectedTest> tests,
            List<LeftOut> out,
            double riskCovered,
            double riskLeft,
            Duration expected,
            Duration p90,
            List<CurvePoint> curve,
            @Nullable NextBest nextBest,
            List<MoreTime> moreTime,
            @Nullable Duration smallestBudget,
            int unknownDurations,
            double objective) {
        this(
                tests,
                out,
                riskCovered,
                riskLeft,
                expected,
                p90,
                curve,
                nextBest,
                moreTime,
                smallestBudget,
                unknownDurations,
                objective,
                List.of());
    }
}
