package dev.interlock.history;

import java.time.YearMonth;

/**
 * How long a project keeps what its runs left; counts, scores and problems stay longer.
 *
 * @param resultMonths months of results besides the present one, 1 to 120
 * @param bodyMonths months of recorded requests and answers besides the present one, 1 to the months of results
 */
public record Retention(int resultMonths, int bodyMonths) {
    /** Longest time there is, in months. */
    public static final int MOST = 120;

    /** What counts until somebody says otherwise. */
    public static final Retention STANDARD = new Retention(13, 3);

    /** The first month whose results are kept. */
    public YearMonth firstResults(YearMonth present) {
        return present.minusMonths(resultMonths);
    }

    /** The first month whose bodies are kept. */
    public YearMonth firstBodies(YearMonth present) {
        return present.minusMonths(bodyMonths);
    }
}
