package dev.interlock.web.problems;

import dev.interlock.history.ProblemGroup;
import dev.interlock.history.VersionChange;
import dev.interlock.security.Access;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One problem as a reader meets it: what, where, since when, what differs.
 *
 * @param hop where it is laid and how that is known, null when nowhere
 * @param since when it began and what was good before
 * @param differing versions that differ from the last good run, empty when none or not known
 */
public record ProblemCard(ProblemGroup group, @Nullable String hop, String since, String differing, String href) {

    /** Cards in the order given. */
    public static List<ProblemCard> of(List<ProblemGroup> groups, Access access) {
        return groups.stream().map(group -> of(group, access)).toList();
    }

    static ProblemCard of(ProblemGroup group, Access access) {
        return new ProblemCard(
                group,
                hop(group),
                since(group),
                group.differing().stream().map(ProblemCard::words).collect(Collectors.joining(", ")),
                "/p/" + access.projectKey() + "/problems/" + group.id());
    }

    private static @Nullable String hop(ProblemGroup group) {
        var blame = group.blame();
        if (blame == null) {
            return null;
        }
        var known = switch (blame.known()) {
            case TRACE -> "known from the trace";
            case TAP -> "known from the tap";
            case ENTRY_ONLY -> "seen from the entry only";
        };
        return blame.sentence() + " (" + known + ")";
    }

    private static String since(ProblemGroup group) {
        var first = "RUN-" + group.firstSeen().number();
        var good = group.lastGood();
        return good == null
                ? "since " + first + ", never seen to work"
                : "since " + first + ", last good in RUN-" + good.number();
    }

    private static String words(VersionChange change) {
        return change.service().value() + " " + text(change.before()) + " → " + text(change.after());
    }

    private static String text(@Nullable String version) {
        return version == null ? "unknown" : version;
    }
}
