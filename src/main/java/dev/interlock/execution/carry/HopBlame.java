package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.HowKnown;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which hop is to blame. With spans: the deepest one that failed, or the call whose peer did not answer. Without
 * them nothing is claimed: a stretch of several hops is named as such.
 */
final class HopBlame {
    private static final Set<CauseClass> NOT_A_HOP = EnumSet.of(
            CauseClass.EXPRESSION, CauseClass.SETUP, CauseClass.POLICY, CauseClass.ENGINE, CauseClass.REPORTED);
    private static final Set<CauseClass> ENTRY_ITSELF =
            EnumSet.of(CauseClass.CONNECT, CauseClass.RESET, CauseClass.PROTOCOL, CauseClass.DNS, CauseClass.TLS);

    private final HopCase seen;
    private final HopTrace trace;
    private final FailureChains chains;

    private HopBlame(HopCase seen) {
        this.seen = seen;
        this.trace = new HopTrace(seen.spanId(), seen.spans());
        this.chains = new FailureChains(trace, seen.status());
    }

    /** The hop to blame; empty when the failure is not on any hop. */
    static Optional<Blame> of(HopCase seen) {
        if (NOT_A_HOP.contains(seen.cause())) {
            return Optional.empty();
        }
        if (ENTRY_ITSELF.contains(seen.cause())) {
            return Optional.of(open(null, seen.called(), seen.called() + " itself: " + met(seen.cause())));
        }
        return Optional.of(new HopBlame(seen).decide());
    }

    private static String met(CauseClass cause) {
        return switch (cause) {
            case RESET -> "it ended the connection before its answer was whole.";
            case PROTOCOL -> "what it answered is not HTTP.";
            case DNS -> "its name has no address.";
            case TLS -> "no secure connection to it.";
            default -> "no connection to it.";
        };
    }

    private Blame decide() {
        return chains.origin()
                .map(origin -> origin.sure() ? failing(origin.span()) : unsure(failing(origin.span())))
                .or(() -> chains.refusal().map(this::refusing))
                .or(this::slow)
                .or(() -> chains.copedWith().map(this::copedWith))
                .orElseGet(this::quiet);
    }

    /** Something failed, but the service that asked for it went on. */
    private static Blame unsure(Blame blame) {
        return open(blame.consumer(), blame.provider(), blame.sentence() + " Other failures or calls came after it.");
    }

    /** Something behind failed, and a service on the way answered well all the same. */
    private Blame copedWith(Span span) {
        var where = span.peer() == null ? span.service() : Objects.requireNonNull(span.peer());
        return open(
                seen.called(),
                where,
                "Somewhere between " + seen.called() + " and " + where + ": " + span.operation() + " of " + where
                        + " failed" + status(span) + ", but that was coped with on the way.");
    }

    /** The trace shows where it failed first. */
    private Blame failing(Span span) {
        var peer = span.peer();
        if (peer != null) {
            return traced(span.service(), peer, span.operation() + " to " + peer + " failed" + status(span) + ".");
        }
        var service = span.service();
        if (hasMoreBehind(service) && !tellsCalls(service)) {
            return stretch(service);
        }
        var words = service + " failed in " + span.operation() + status(span);
        return trace.asked(span)
                ? open(trace.caller(span), service, words + ", by itself or by what it was answered.")
                : traced(trace.caller(span), service, words + ".");
    }

    /** A refusal that was handed on. */
    private Blame refusing(Span span) {
        var peer = span.peer();
        if (peer == null && chains.hasFailingCall(span)) {
            var words = span.service() + " refused " + span.operation() + " after something behind it failed.";
            return open(trace.caller(span), span.service(), words);
        }
        return peer != null
                ? traced(span.service(), peer, peer + " refused " + span.operation() + status(span) + ".")
                : traced(trace.caller(span), span.service(), span.service() + " refused " + span.operation() + ".");
    }

    /** Nothing failed, but the time was spent somewhere. */
    private Optional<Blame> slow() {
        if (seen.cause() != CauseClass.TIMEOUT) {
            return Optional.empty();
        }
        var longest = trace.own().stream().map(Span::took).max(Comparator.naturalOrder());
        return longest.flatMap(most -> trace.own().stream()
                        .filter(span -> span.took().multipliedBy(10).compareTo(most.multipliedBy(8)) >= 0)
                        .max(Comparator.comparingInt(trace::depth)))
                .filter(span -> trace.depth(span) > 1)
                .map(span -> {
                    var peer = span.peer();
                    return peer != null
                            ? traced(span.service(), peer, peer + " took nearly all of the time.")
                            : traced(
                                    trace.caller(span),
                                    span.service(),
                                    span.service() + " took nearly all of the time.");
                });
    }

    /** No span failed: the one called is to blame only when the trace shows that it asked nobody else. */
    private Blame quiet() {
        var called = seen.called();
        var own = trace.own();
        var askedOthers =
                own.stream().anyMatch(span -> span.isCall() || !span.service().equals(called));
        if (askedOthers) {
            return trace.onlyWay().map(this::through).orElseGet(() -> stretch(called));
        }
        var alone = !own.isEmpty() && (!hasMoreBehind(called) || tellsCalls(called));
        if (alone && seen.cause() == CauseClass.CONTRACT) {
            return traced(null, called, called + " answered by itself.");
        }
        return fed().or(this::named).orElseGet(() -> alone ? byItself() : stretch(called));
    }

    /** The answer came this way, and no span says that anything was wrong with it. */
    private Blame through(Span call) {
        var peer = Objects.requireNonNull(call.peer());
        return open(
                seen.called(),
                peer,
                "Somewhere between " + seen.called() + " and " + peer + ": every call looks well in the trace.");
    }

    /** What a service shows may be what it was told before. */
    private Blame byItself() {
        var called = seen.called();
        var toldBefore =
                trace.others().stream().anyMatch(span -> !span.service().equals(called));
        return toldBefore
                ? open(null, called, called + " answered by itself, from what it was told before.")
                : traced(null, called, called + " answered by itself.");
    }

    /** An answer that says itself which service behind went wrong; the farthest counts. */
    private Optional<Blame> named() {
        if (status() < 400 || !trace.own().isEmpty()) {
            return Optional.empty();
        }
        return seen.neighbours().behind().stream()
                .flatMap(chain -> IntStream.range(1, chain.size())
                        .filter(place -> isNamed(chain.get(place)))
                        .mapToObj(place -> chain.subList(0, place + 1)))
                .max(Comparator.comparingInt(List::size))
                .map(chain -> open(
                        chain.get(chain.size() - 2),
                        chain.getLast(),
                        "The answer of " + seen.called() + " names " + chain.getLast() + "; no trace says where."));
    }

    private boolean isNamed(ServiceKey service) {
        return Pattern.compile("\\b" + Pattern.quote(service.value()) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(seen.answer())
                .find();
    }

    /** A good answer with wrong content, of a service that others feed: they may not have told it. */
    private Optional<Blame> fed() {
        if (status() >= 400 || seen.cause() != CauseClass.ASSERTION) {
            return Optional.empty();
        }
        var reached = seen.neighbours().feeders().stream()
                .filter(feeder -> lastSpanOf(feeder) >= 0)
                .max(Comparator.comparingInt(this::lastSpanOf));
        return reached.or(() -> seen.spans().isEmpty()
                        ? seen.neighbours().feeders().stream().findFirst()
                        : Optional.empty())
                .flatMap(this::fedBy);
    }

    /** Where the trace has its last span of a service; of several that may have kept quiet the last is the likeliest. */
    private int lastSpanOf(ServiceKey service) {
        return trace.others().stream().map(Span::service).toList().lastIndexOf(service);
    }

    private Optional<Blame> fedBy(ServiceKey feeder) {
        var called = seen.called();
        var calls = trace.others().stream()
                .filter(span -> span.service().equals(feeder) && called.equals(span.peer()))
                .toList();
        if (calls.isEmpty()) {
            var why = seen.spans().isEmpty()
                    ? "no trace says where."
                    : feeder + " was asked, but the trace has no call of it to " + called + ".";
            return Optional.of(open(feeder, called, "Between " + feeder + " and " + called + ": " + why));
        }
        return calls.stream().filter(Span::failed).findFirst().map(this::failing);
    }

    /** Somewhere from this service on; a single service when nothing is known behind it. */
    private Blame stretch(ServiceKey from) {
        var leaves = seen.neighbours().behind().stream()
                .filter(chain -> chain.contains(from) && !chain.getLast().equals(from))
                .map(List::getLast)
                .distinct()
                .toList();
        if (leaves.isEmpty()) {
            return open(null, from, from + ", the service that was asked.");
        }
        if (leaves.size() == 1) {
            var to = leaves.getFirst();
            return open(from, to, "Somewhere between " + from + " and " + to + ": no trace says where.");
        }
        var names = leaves.stream().map(ServiceKey::value).sorted().collect(Collectors.joining(", "));
        return open(null, from, from + " or something behind it (" + names + "): no trace says where.");
    }

    private boolean hasMoreBehind(ServiceKey service) {
        return seen.neighbours().behind().stream()
                .anyMatch(chain -> chain.contains(service) && !chain.getLast().equals(service));
    }

    private boolean tellsCalls(ServiceKey service) {
        return trace.tellsCalls() || seen.tellsCalls().test(service);
    }

    private int status() {
        return Objects.requireNonNullElse(seen.status(), 0);
    }

    private static Blame traced(@Nullable ServiceKey consumer, ServiceKey provider, String sentence) {
        return new Blame(consumer, provider, HowKnown.TRACE, sentence);
    }

    private static Blame open(@Nullable ServiceKey consumer, ServiceKey provider, String sentence) {
        return new Blame(consumer, provider, HowKnown.ENTRY_ONLY, sentence);
    }

    private static String status(Span span) {
        var status = span.status();
        if (status == null) {
            return "";
        }
        return status < 400 ? " though the status was " + status : " with " + status;
    }
}
