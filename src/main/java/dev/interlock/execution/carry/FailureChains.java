package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which failures of a trace reached the entry: those whose callers failed one after the other up to the request. A caller
 * that answered well coped with what failed below it.
 */
final class FailureChains {
    private final HopTrace trace;
    private final @Nullable Integer seen;

    /** A failure that reached the entry; sure when nothing else can have caused the failure of its callers. */
    record Origin(Span span, boolean sure) {}

    /** @param seen status that the entry answered, null without an answer */
    FailureChains(HopTrace trace, @Nullable Integer seen) {
        this.trace = trace;
        this.seen = seen;
    }

    /** The deepest failure that reached the entry; one whose callers did not go on counts first. */
    Optional<Origin> origin() {
        var reached = trace.own().stream()
                .filter(Span::failed)
                .filter(span -> reachesEntry(span, Span::failed))
                .toList();
        var last = reached.stream().filter(span -> !wentOn(span)).toList();
        var leaves = leaves(reached);
        return trace.deepest(last.stream().filter(leaves::contains).toList())
                .map(span -> new Origin(span, isAlone(span, leaves)))
                .or(() -> trace.deepest(leaves).map(span -> new Origin(span, false)));
    }

    /** Where a status 4xx came from that every service on the way handed on. */
    Optional<Span> refusal() {
        if (seen == null || seen < 400 || seen >= 500) {
            return Optional.empty();
        }
        Predicate<Span> same = span -> Objects.equals(seen, span.status());
        return trace.deepest(trace.own().stream()
                .filter(same)
                .filter(span -> reachesEntry(span, same))
                .toList());
    }

    /** The deepest failure by its own word or a status of 500 and above that did not reach the entry. */
    Optional<Span> copedWith() {
        return trace.deepest(trace.own().stream()
                .filter(span -> span.failed() && !isRefused(span))
                .filter(span -> !reachesEntry(span, Span::failed))
                .toList());
    }

    /** Whether a call made in this piece of work failed. */
    boolean hasFailingCall(Span work) {
        return trace.own().stream()
                .anyMatch(call -> call.isCall() && call.failed() && !isRefused(call) && trace.isPartOf(call, work));
    }

    private boolean reachesEntry(Span span, Predicate<Span> failing) {
        var above = trace.above(span);
        var top = above.isEmpty() ? span : above.getLast();
        var wasSeen = seen == null || seen >= 400 || Objects.equals(seen, top.status());
        return wasSeen && above.stream().allMatch(one -> isSilent(one) || failing.test(one));
    }

    /** Work within a service that says nothing of how it ended. */
    private static boolean isSilent(Span span) {
        return !span.isCall() && span.status() == null && !span.error();
    }

    private static boolean isRefused(Span span) {
        return span.status() != null && span.status() >= 400 && span.status() < 500;
    }

    /** Whether on the way up a caller asked another service after its call had failed. */
    private boolean wentOn(Span span) {
        return isFollowed(span) || trace.above(span).stream().anyMatch(this::isFollowed);
    }

    private boolean isFollowed(Span call) {
        var end = call.startedAt().plus(call.took());
        return call.isCall()
                && trace.own().stream()
                        .filter(Span::isCall)
                        .filter(other -> !Objects.equals(other.peer(), call.peer()))
                        .filter(other -> trace.isSameWork(call, other))
                        .anyMatch(other -> !other.startedAt().isBefore(end));
    }

    private List<Span> leaves(List<Span> spans) {
        return spans.stream()
                .filter(span ->
                        spans.stream().noneMatch(other -> trace.above(other).contains(span)))
                .toList();
    }

    private boolean isAlone(Span origin, List<Span> leaves) {
        return leaves.stream()
                .filter(span -> !wentOn(span))
                .allMatch(span -> service(span).equals(service(origin)));
    }

    private static ServiceKey service(Span span) {
        return Objects.requireNonNullElse(span.peer(), span.service());
    }
}
