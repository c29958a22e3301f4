package dev.interlock.history;

import dev.interlock.catalog.PathKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures with one signature.
 *
 * @param id number, unique over all projects
 * @param sentence sentence of the first failure, as it was
 * @param note what the person who classified it wrote, "" without
 * @param link defect link, null without
 * @param team key of the team that owns the blamed service, else that of its caller, "" when unknown
 * @param open false when its tests pass again or a person closed it
 * @param fresh true when it was first seen, or seen again after being closed, in the run asked about
 * @param lastGood last run in which one of its tests passed before it was first seen, null when there is none
 * @param differing versions that differ between the last good run and the first bad one
 * @param tests tests that have it now, or had it in the run asked about; at most 100 are named
 */
public record ProblemGroup(
        long id,
        String signature,
        String sentence,
        @Nullable Blame blame,
        CauseClass cause,
        Classification classification,
        String note,
        @Nullable String link,
        String team,
        boolean open,
        boolean fresh,
        SeenRun firstSeen,
        SeenRun lastSeen,
        @Nullable SeenRun lastGood,
        List<VersionChange> differing,
        int testCount,
        List<String> tests,
        List<PathKey> paths,
        long version) {

    /** NEW or KNOWN, as pages and the gate say it. */
    public String novelty() {
        return fresh ? "NEW" : "KNOWN";
    }
}
