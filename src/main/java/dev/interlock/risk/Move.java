package dev.interlock.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that moved the fault probability of a hop.
 *
 * @param name kind of reason, such as "third party" or "passed"
 * @param evidence what was seen, in words
 * @param link page that shows it, relative to the project
 * @param delta how far it moved the log-odds
 * @param count how many events it stands for
 */
public record Move(String name, String evidence, @Nullable String link, double delta, int count, Instant at) {
    static final String PASSED = "passed";
    static final String EARLIER = "earlier events";

    /** This one and a later one of the same kind together. */
    Move with(Move later) {
        var total = again(later) ? count : count + later.count;
        var text = name.equals(PASSED)
                ? total == 1 ? later.evidence : total + " passes, last: " + later.evidence
                : name.equals(EARLIER) ? total + " earlier events" : later.evidence;
        return new Move(name, text, later.link, delta + later.delta, total, later.at);
    }

    /** The same test in the same run, over another path of the hop. */
    private boolean again(Move later) {
        return name.equals(PASSED)
                && link != null
                && link.equals(later.link)
                && (evidence.equals(later.evidence) || evidence.endsWith(": " + later.evidence));
    }

    Move asEarlier() {
        return new Move(EARLIER, count + " earlier events", null, delta, count, at);
    }
}
