package dev.interlock.web.risk;

import java.util.List;

/** Words for the levels of likelihood and impact. */
final class Levels {
    static final List<String> LIKELIHOOD = List.of("Rare", "Unlikely", "Possible", "Likely", "Almost certain");
    static final List<String> RANGE =
            List.of("below 2 %", "2 % to 5 %", "5 % to 15 %", "15 % to 40 %", "40 % and more");
    static final List<String> IMPACT = List.of("Minor", "Moderate", "Major", "Severe", "Critical");
    static final List<String> IMPACT_MEANS = List.of(
            "nobody outside the team notices",
            "some people work around it",
            "a feature is down",
            "many people cannot do what they came for",
            "money, safety or trust is lost");

    /** Where a likelihood level lies within 0..1, for the colour of its row. */
    private static final double[] TYPICAL = {.01, .035, .1, .25, .6};

    private static final double[] STEPS = {.9, 2.5, 8, 25};

    private Levels() {}

    /** Strength 1..5 of the colour of a cell: the score of a path that is typical for it. */
    static int step(int level, int impact) {
        var score = 20 * TYPICAL[level - 1] * impact;
        var step = 1;
        while (step < 5 && score >= STEPS[step - 1]) {
            step++;
        }
        return step;
    }
}
