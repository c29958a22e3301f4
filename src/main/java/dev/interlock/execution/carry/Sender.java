package dev.interlock.execution.carry;

import dev.interlock.arazzo.FailureCause;
import dev.interlock.arazzo.HttpAnswer;
import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.arazzo.HttpTimings;
import dev.interlock.arazzo.HttpTransport;
import dev.interlock.arazzo.TransportFailure;
import dev.interlock.outbound.GuardedHttp;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.OutboundFailure;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.OutboundRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one try through the guarded client, each with the trace it belongs to. */
final class Sender implements HttpTransport {
    private final GuardedHttp http;
    private final Workplace workplace;
    private final Cookies cookies = new Cookies();
    private final InstantSource clock;
    private final TraceIds traces;
    private final String traceId;
    private final BooleanSupplier stopped;
    private final List<Sent> sent = new ArrayList<>();

    Sender(
            GuardedHttp http,
            Workplace workplace,
            InstantSource clock,
            TraceIds traces,
            String traceId,
            BooleanSupplier stopped) {
        this.http = http;
        this.workplace = workplace;
        this.clock = clock;
        this.traces = traces;
        this.traceId = traceId;
        this.stopped = stopped;
    }

    /** What was sent so far, in order. */
    List<Sent> sent() {
        return sent;
    }

    @Override
    public HttpAnswer send(HttpCall call, Duration timeout) throws TransportFailure, InterruptedException {
        if (stopped.getAsBoolean()) {
            throw new InterruptedException("the item was stopped");
        }
        var spanId = traces.span();
        var headers = cookies.added(call.uri(), traced(call, spanId));
        var startedAt = clock.instant();
        try {
            var answer = followed(call, headers, timeout);
            sent.add(new Sent(call, startedAt, spanId, headers, answer, answer.timings(), ""));
            return answer(answer);
        } catch (OutboundFailure e) {
            sent.add(
                    new Sent(call, startedAt, spanId, headers, null, e.timings().orElse(null), e.sentence()));
            throw failure(e);
        } catch (TransportFailure e) {
            sent.add(new Sent(call, startedAt, spanId, headers, null, null, e.sentence()));
            throw e;
        }
    }

    /** Follows as many redirects as the step allows, all within the time of the one request. */
    private OutboundAnswer followed(HttpCall call, List<HttpHeader> headers, Duration timeout) throws TransportFailure {
        var until = System.nanoTime() + timeout.toNanos();
        var policy = workplace.policy(call.source());
        var hops = new ArrayList<String>();
        var current = with(call, headers);
        while (true) {
            var left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
            var answer = once(current, policy, left);
            cookies.keep(current.uri(), answered(answer));
            var next = Redirects.next(current, answer, hops.size());
            if (next.isEmpty()) {
                hops.addAll(answer.remarks());
                return answer.with(hops);
            }
            hops.add("redirected with " + answer.status() + " to " + next.get().uri());
            if (!Redirects.isSameOrigin(current.uri(), next.get().uri())) {
                policy = workplace.policy();
            }
            current =
                    with(next.get(), cookies.added(next.get().uri(), next.get().headers()));
        }
    }

    private OutboundAnswer once(HttpCall call, OutboundPolicy policy, Duration left) {
        var standIn = workplace.standIns().answer(call, call.headers());
        return standIn.isPresent()
                ? standIn.get()
                : http.send(
                        new OutboundRequest(call.method(), call.uri().toString(), outbound(call.headers()), body(call)),
                        policy,
                        left);
    }

    private static HttpCall with(HttpCall call, List<HttpHeader> headers) {
        return new HttpCall(call.source(), call.method(), call.uri(), headers, call.body(), call.redirects());
    }

    private static List<HttpHeader> answered(OutboundAnswer answer) {
        return answer.headers().stream()
                .map(header -> new HttpHeader(header.name(), header.value()))
                .toList();
    }

    private List<HttpHeader> traced(HttpCall call, String spanId) {
        if (call.header("traceparent").isPresent()) {
            return call.headers();
        }
        var headers = new ArrayList<>(call.headers());
        headers.add(new HttpHeader("traceparent", "00-" + traceId + "-" + spanId + "-01"));
        return headers;
    }

    private TransportFailure failure(OutboundFailure e) throws InterruptedException {
        if (stopped.getAsBoolean() || Thread.interrupted()) {
            throw new InterruptedException("the item was stopped");
        }
        return new TransportFailure(cause(e.kind()), e.sentence());
    }

    /** The class of a failure on the way, one for each kind a person would mend differently. */
    static FailureCause cause(OutboundFailure.Kind kind) {
        return switch (kind) {
            case REFUSED -> FailureCause.POLICY;
            case DNS -> FailureCause.DNS;
            case CONNECT -> FailureCause.CONNECT;
            case RESET -> FailureCause.RESET;
            case PROTOCOL -> FailureCause.PROTOCOL;
            case TLS -> FailureCause.TLS;
            case TIMEOUT -> FailureCause.TIMEOUT;
            case TOO_LARGE, CANCELLED -> FailureCause.ENGINE;
        };
    }

    private static List<Header> outbound(List<HttpHeader> headers) {
        return headers.stream()
                .map(header -> new Header(header.name(), header.value()))
                .toList();
    }

    private static byte @Nullable [] body(HttpCall call) {
        return call.body().length == 0 ? null : call.body();
    }

    private static HttpAnswer answer(OutboundAnswer answer) {
        return new HttpAnswer(
                answer.status(),
                answered(answer),
                answer.body(),
                answer.truncated(),
                HttpTimings.UNKNOWN,
                answer.remoteAddress(),
                answer.reused());
    }
}
