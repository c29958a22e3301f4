package dev.interlock.ingest;

import dev.interlock.platform.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param kind what the documents are, such as OPENAPI; several joined by a plus sign
 * @param counts what they hold, such as services, operations, workflows
 * @param added what was not there before
 * @param changed what was there and is another now
 * @param matched what was there and is the same
 * @param leftAlone what is there and not in the documents
 * @param guesses what was not said but concluded; stored when it is accepted
 * @param undo the import to undo, null when there is nothing to undo
 */
public record ImportAnswer(
        String kind,
        Map<String, Integer> counts,
        List<String> added,
        List<String> changed,
        List<String> matched,
        List<String> leftAlone,
        List<Finding> findings,
        List<Guess> guesses,
        @Nullable Long undo) {

    /** Nothing is guessed, and nothing can be undone. */
    public ImportAnswer(
            String kind,
            Map<String, Integer> counts,
            List<String> added,
            List<String> changed,
            List<String> matched,
            List<String> leftAlone,
            List<Finding> findings) {
        this(kind, counts, added, changed, matched, leftAlone, findings, List.of(), null);
    }

    /** Both together. */
    ImportAnswer and(ImportAnswer other) {
        var sum = new LinkedHashMap<>(counts);
        other.counts.forEach((what, count) -> sum.merge(what, count, Integer::sum));
        return new ImportAnswer(
                kind.contains(other.kind) ? kind : kind + "+" + other.kind,
                sum,
                both(added, other.added),
                both(changed, other.changed),
                both(matched, other.matched),
                both(leftAlone, other.leftAlone),
                both(findings, other.findings),
                both(guesses, other.guesses),
                undo == null ? other.undo : undo);
    }

    /** The same with further findings. */
    ImportAnswer with(List<Finding> more) {
        return new ImportAnswer(kind, counts, added, changed, matched, leftAlone, both(findings, more), guesses, undo);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
