package dev.interlock.api.runs;

import dev.interlock.execution.Exchange;
import dev.interlock.execution.StoredBody;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request and what came back, as JSON. */
record ExchangeShown(
        @Nullable String service,
        String operation,
        Instant startedAt,
        String method,
        String url,
        List<Header> requestHeaders,
        @Nullable StoredBody requestBody,
        @Nullable Integer status,
        List<Header> responseHeaders,
        @Nullable StoredBody responseBody,
        Map<String, Double> timingsMs,
        String remoteAddress,
        boolean reused,
        String failure,
        List<String> remarks,
        String curl) {

    static ExchangeShown of(Exchange exchange) {
        var service = exchange.service();
        return new ExchangeShown(
                service == null ? null : service.value(),
                exchange.operation(),
                exchange.startedAt(),
                exchange.method(),
                exchange.url(),
                exchange.requestHeaders(),
                exchange.requestBody(),
                exchange.status(),
                exchange.responseHeaders(),
                exchange.responseBody(),
                millis(exchange.timings()),
                exchange.remoteAddress(),
                exchange.reused(),
                exchange.failure(),
                exchange.remarks(),
                exchange.curl());
    }

    private static Map<String, Double> millis(@Nullable Timings timings) {
        if (timings == null) {
            return Map.of();
        }
        var millis = new LinkedHashMap<String, Double>();
        millis.put("dns", millis(timings.dns()));
        millis.put("connect", millis(timings.connect()));
        millis.put("tls", millis(timings.tls()));
        millis.put("send", millis(timings.send()));
        millis.put("await", millis(timings.await()));
        millis.put("receive", millis(timings.receive()));
        millis.put("total", millis(timings.total()));
        return millis;
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 10_000.0) / 100.0;
    }
}
