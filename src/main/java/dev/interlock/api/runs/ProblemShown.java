package dev.interlock.api.runs;

import dev.interlock.api.runs.ItemShown.BlameShown;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Classification;
import dev.interlock.history.ProblemGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as JSON. */
record ProblemShown(
        long id,
        String sentence,
        CauseClass cause,
        @Nullable BlameShown blame,
        Classification classification,
        String novelty,
        String firstSeen,
        String lastSeen,
        @Nullable String lastGood,
        List<DifferenceShown> differing,
        String team,
        @Nullable String link,
        String note,
        List<String> tests,
        int testCount,
        List<String> paths,
        long version) {

    /** A service whose version differs from the last good run. */
    record DifferenceShown(
            String service,
            @Nullable String before,
            @Nullable String after) {}

    static ProblemShown of(ProblemGroup problem) {
        var blame = problem.blame();
        var good = problem.lastGood();
        return new ProblemShown(
                problem.id(),
                problem.sentence(),
                problem.cause(),
                blame == null ? null : BlameShown.of(blame),
                problem.classification(),
                problem.novelty(),
                "RUN-" + problem.firstSeen().number(),
                "RUN-" + problem.lastSeen().number(),
                good == null ? null : "RUN-" + good.number(),
                problem.differing().stream()
                        .map(one -> new DifferenceShown(one.service().value(), one.before(), one.after()))
                        .toList(),
                problem.team(),
                problem.link(),
                problem.note(),
                problem.tests(),
                problem.testCount(),
                problem.paths().stream().map(PathKey::value).toList(),
                problem.version());
    }
}
