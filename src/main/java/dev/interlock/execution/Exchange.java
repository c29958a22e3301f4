package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.Timings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came back, as stored.
 *
 * @param service the service asked, null when the address belongs to none
 * @param operation {@code GET /orders/{id}}, empty when unknown
 * @param status null when nothing came back
 * @param timings null when nothing was sent
 * @param failure why nothing came back, empty otherwise
 * @param curl the request for a shell; secrets as {@code $NAME}
 */
public record Exchange(
        @Nullable ServiceKey service,
        String operation,
        Instant startedAt,
        String method,
        String url,
        List<Header> requestHeaders,
        @Nullable StoredBody requestBody,
        @Nullable Integer status,
        List<Header> responseHeaders,
        @Nullable StoredBody responseBody,
        @Nullable Timings timings,
        String remoteAddress,
        boolean reused,
        String failure,
        List<String> remarks,
        String spanId,
        String curl) {

    /** The same with the text of its bodies. */
    public Exchange withBodies(@Nullable StoredBody request, @Nullable StoredBody response) {
        return new Exchange(
                service,
                operation,
                startedAt,
                method,
                url,
                requestHeaders,
                request,
                status,
                responseHeaders,
                response,
                timings,
                remoteAddress,
                reused,
                failure,
                remarks,
                spanId,
                curl);
    }
}
