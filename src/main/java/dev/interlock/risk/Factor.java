package dev.interlock.risk;

import org.jspecify.annotations.Nullable;

/**
 * One reason for the likelihood of a path. The contributions of all factors of a path add up to the log-odds of its
 * likelihood.
 *
 * @param name short name such as "third party" or "deployed"
 * @param evidence what was seen, in words, naming the hop
 * @param link page that shows it, relative to the project, null when there is none
 * @param weight how far it moved the odds of its hop, in log-odds
 * @param contribution how far it moves the odds of the path, in log-odds
 */
public record Factor(String name, String evidence, @Nullable String link, double weight, double contribution) {}
