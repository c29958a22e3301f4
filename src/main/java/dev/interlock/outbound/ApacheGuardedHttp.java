package dev.interlock.outbound;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/** Sends over a pool of the policy and stops at the total deadline, whatever the other side does. */
final class ApacheGuardedHttp implements GuardedHttp, AutoCloseable {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpPools pools;
    private final int bodyLimit;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbound-deadline").factory());

    ApacheGuardedHttp(HttpPools pools, int bodyLimit) {
        this.pools = pools;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public OutboundAnswer send(OutboundRequest request, OutboundPolicy policy, Duration total) {
        var deadline = System.nanoTime() + Math.clamp(total.toNanos(), 1_000_000, LONGEST.toNanos());
        var url = checked(request);
        var pool = pool(policy);
        var first = new Exchange();
        try {
            return attempt(first, pool, request, url, deadline, List.of());
        } catch (OutboundFailure e) {
            if (!mayRetry(e, first, request)) {
                throw e;
            }
            pool.dropIdle();
            var remark = "sent again on a fresh connection: the kept one had been closed by the other side";
            return attempt(new Exchange(), pool, request, url, deadline, List.of(remark));
        }
    }

    private HttpPools.Pool pool(OutboundPolicy policy) {
        try {
            return pools.of(policy);
        } catch (IllegalArgumentException e) {
            var said = String.valueOf(e.getMessage());
            throw new OutboundFailure(OutboundFailure.Kind.TLS, said + " Correct the secret that holds it.", e, null);
        }
    }

    private static TargetUrl checked(OutboundRequest request) {
        try {
            RequestCheck.check(request);
            return TargetUrl.parse(request.url());
        } catch (RefusedAddress e) {
            throw new OutboundFailure(OutboundFailure.Kind.REFUSED, e.refusal().sentence(), e, null);
        }
    }

    private static boolean mayRetry(OutboundFailure failure, Exchange exchange, OutboundRequest request) {
        return failure.kind() == OutboundFailure.Kind.RESET
                && exchange.reused()
                && !exchange.answered()
                && IDEMPOTENT.contains(request.method().toUpperCase(Locale.ROOT));
    }

    private OutboundAnswer attempt(
            Exchange exchange,
            HttpPools.Pool pool,
            OutboundRequest request,
            TargetUrl url,
            long deadline,
            List<String> remarks) {
        var left = Math.max(1_000_000, deadline - System.nanoTime());
        var message = message(request, url, Duration.ofNanos(left));
        var alarm = watchdog.schedule(() -> expire(exchange, message), left, TimeUnit.NANOSECONDS);
        try {
            return ScopedValue.where(Exchange.CURRENT, exchange)
                    .call(() -> carryOut(exchange, pool, message, url, remarks));
        } catch (IOException | RuntimeException e) {
            throw Failures.of(e, exchange, url, Duration.ofNanos(left));
        } finally {
            alarm.cancel(false);
        }
    }

    private static void expire(Exchange exchange, HttpUriRequestBase message) {
        exchange.expire();
        message.cancel();
    }

    private OutboundAnswer carryOut(
            Exchange exchange, HttpPools.Pool pool, HttpUriRequestBase message, TargetUrl url, List<String> remarks)
            throws IOException {
        var context = HttpClientContext.create();
        var host = new HttpHost(url.scheme(), url.host(), url.port());
        var response = pool.client().executeOpen(host, message, context);
        try {
            var body = body(response);
            if (body.truncated()) {
                message.cancel();
            }
            exchange.end();
            return answer(exchange, response, body, remote(context), remarks);
        } finally {
            closeQuietly(response);
        }
    }

    private AnswerBody body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null || entity.getContent() == null) {
            return AnswerBody.NONE;
        }
        var encoding = response.getFirstHeader("Content-Encoding");
        var raw = AnswerBody.read(entity.getContent(), bodyLimit);
        return encoding == null ? raw : raw.decoded(encoding.getValue(), bodyLimit);
    }

    private static OutboundAnswer answer(
            Exchange exchange, ClassicHttpResponse response, AnswerBody body, String remote, List<String> remarks) {
        var all = new ArrayList<>(remarks);
        all.addAll(body.remarks());
        var headers = Arrays.stream(response.getHeaders())
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
        return new OutboundAnswer(
                response.getCode(),
                headers,
                body.bytes(),
                body.truncated(),
                exchange.timings(),
                remote,
                exchange.reused(),
                all);
    }

    private static HttpUriRequestBase message(OutboundRequest request, TargetUrl url, Duration left) {
        var message = new HttpUriRequestBase(request.method(), URI.create("/"));
        message.setScheme(url.scheme());
        message.setAuthority(new URIAuthority(url.host(), writtenPort(url)));
        message.setPath(url.path());
        request.headers().stream()
                .filter(header -> !RequestCheck.workedOut(header))
                .forEach(header -> message.addHeader(header.name(), header.value()));
        var body = request.body();
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body, null));
        }
        message.setConfig(RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(Timeout.of(left))
                .setResponseTimeout(Timeout.of(left))
                .build());
        return message;
    }

    /** The port goes into the Host header only when it is not the usual one. */
    private static int writtenPort(TargetUrl url) {
        return url.port() == (url.scheme().equals("https") ? 443 : 80) ? -1 : url.port();
    }

    private static String remote(HttpClientContext context) {
        var endpoint = context.getEndpointDetails();
        if (endpoint == null || endpoint.getRemoteAddress() == null) {
            return "";
        }
        var text = endpoint.getRemoteAddress().toString();
        return text.substring(text.indexOf('/') + 1);
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // the connection is given up either way
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        pools.close();
    }
}
