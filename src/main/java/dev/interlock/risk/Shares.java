package dev.interlock.risk;

/**
 * How the project's score spreads over what evidence says.
 *
 * @param totalScore sum over all paths
 * @param paths number of all paths
 */
public record Shares(
        StateShare verified, StateShare stale, StateShare failing, StateShare untested, double totalScore, int paths) {

    /** Share of the score that is not verified, in percent; 0 without paths. */
    public double riskLeft() {
        return paths == 0 ? 0 : Math.round((100 - verified.percent()) * 10) / 10.0;
    }
}
