package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.HowKnown;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which hop is to blame. With spans: the deepest one that failed, or the call whose peer did not answer. Without
 * them nothing is guessed: a stretch of several hops is named as such.
 */
final class HopBlame {
    private static final Set<CauseClass> NOT_A_HOP = EnumSet.of(
            CauseClass.EXPRESSION, CauseClass.SETUP, CauseClass.POLICY, CauseClass.ENGINE, CauseClass.REPORTED);
    private static final Set<CauseClass> ENTRY_ITSELF = EnumSet.of(CauseClass.CONNECT, CauseClass.DNS, CauseClass.TLS);

    private final HopCase seen;
    private final Map<String, Span> byId;

    private HopBlame(HopCase seen) {
        this.seen = seen;
        this.byId =
                seen.spans().stream().collect(Collectors.toMap(Span::spanId, span -> span, (first, second) -> first));
    }

    /** The hop to blame; empty when the failure is not on any hop. */
    static Optional<Blame> of(HopCase seen) {
        if (NOT_A_HOP.contains(seen.cause())) {
            return Optional.empty();
        }
        if (ENTRY_ITSELF.contains(seen.cause())) {
            return Optional.of(new Blame(
                    null, seen.called(), HowKnown.ENTRY_ONLY, seen.called() + " itself: no connection to it."));
        }
        return Optional.of(new HopBlame(seen).decide());
    }

    private Blame decide() {
        var own = seen.spans().stream().filter(this::belongsToRequest).toList();
        return own.stream()
                .filter(Span::failed)
                .max(Comparator.comparingInt(this::depth).thenComparing(Span::startedAt, Comparator.reverseOrder()))
                .map(this::failing)
                .or(() -> slow(own))
                .orElseGet(() -> quiet(own));
    }

    /** The trace shows where it failed first. */
    private Blame failing(Span span) {
        var peer = span.peer();
        if (peer != null) {
            return traced(span.service(), peer, span.operation() + " to " + peer + " failed" + status(span) + ".");
        }
        if (!callsAreRecorded() && hasMoreBehind(span.service())) {
            return stretch(span.service());
        }
        return traced(
                caller(span), span.service(), span.service() + " failed in " + span.operation() + status(span) + ".");
    }

    /** Nothing failed, but the time was spent somewhere. */
    private Optional<Blame> slow(List<Span> own) {
        if (seen.cause() != CauseClass.TIMEOUT) {
            return Optional.empty();
        }
        var longest = own.stream().map(Span::took).max(Comparator.naturalOrder());
        return longest.flatMap(most -> own.stream()
                        .filter(span -> span.took().multipliedBy(10).compareTo(most.multipliedBy(8)) >= 0)
                        .max(Comparator.comparingInt(this::depth)))
                .filter(span -> depth(span) > 1)
                .map(span -> {
                    var peer = span.peer();
                    return peer != null
                            ? traced(span.service(), peer, peer + " took nearly all of the time.")
                            : traced(caller(span), span.service(), span.service() + " took nearly all of the time.");
                });
    }

    /** No span failed: the one called is to blame only when the trace shows that it asked nobody else. */
    private Blame quiet(List<Span> own) {
        var reached = own.stream().anyMatch(span -> span.service().equals(seen.called()));
        var askedOthers = own.stream().anyMatch(Span::isCall)
                || own.stream().anyMatch(span -> !span.service().equals(seen.called()));
        if (reached && !askedOthers && (callsAreRecorded() || !hasMoreBehind(seen.called()))) {
            return traced(null, seen.called(), seen.called() + " answered by itself.");
        }
        return stretch(seen.called());
    }

    /** Somewhere from this service on; a single service when nothing is known behind it. */
    private Blame stretch(ServiceKey from) {
        var leaves = seen.behind().stream()
                .filter(chain -> chain.contains(from) && !chain.getLast().equals(from))
                .map(List::getLast)
                .distinct()
                .toList();
        if (leaves.isEmpty()) {
            return new Blame(null, from, HowKnown.ENTRY_ONLY, from + ", the service that was asked.");
        }
        if (leaves.size() == 1) {
            var to = leaves.getFirst();
            return new Blame(
                    from,
                    to,
                    HowKnown.ENTRY_ONLY,
                    "Somewhere between " + from + " and " + to + ": no trace says where.");
        }
        var names = leaves.stream().map(ServiceKey::value).sorted().collect(Collectors.joining(", "));
        return new Blame(
                null,
                from,
                HowKnown.ENTRY_ONLY,
                from + " or something behind it (" + names + "): no trace says where.");
    }

    private boolean hasMoreBehind(ServiceKey service) {
        return seen.behind().stream()
                .anyMatch(chain -> chain.contains(service) && !chain.getLast().equals(service));
    }

    private boolean callsAreRecorded() {
        return seen.spans().stream().anyMatch(Span::isCall);
    }

    private @Nullable ServiceKey caller(Span span) {
        for (var parent = parent(span); parent.isPresent(); parent = parent(parent.get())) {
            if (!parent.get().service().equals(span.service())) {
                return parent.get().service();
            }
        }
        return null;
    }

    private boolean belongsToRequest(Span span) {
        Optional<Span> current = Optional.of(span);
        for (var i = 0; i < 100 && current.isPresent(); i++) {
            if (Objects.equals(current.get().parentId(), seen.spanId())) {
                return true;
            }
            current = parent(current.get());
        }
        return false;
    }

    private int depth(Span span) {
        var depth = 1;
        for (var parent = parent(span); parent.isPresent() && depth < 100; parent = parent(parent.get())) {
            depth++;
        }
        return depth;
    }

    private Optional<Span> parent(Span span) {
        return Optional.ofNullable(span.parentId()).map(byId::get);
    }

    private static Blame traced(@Nullable ServiceKey consumer, ServiceKey provider, String sentence) {
        return new Blame(consumer, provider, HowKnown.TRACE, sentence);
    }

    private static String status(Span span) {
        return span.status() == null ? "" : " with " + span.status();
    }
}
