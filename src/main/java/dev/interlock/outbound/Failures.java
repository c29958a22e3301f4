package dev.interlock.outbound;

import dev.interlock.outbound.OutboundFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Tells from what the client threw what happened, in words. */
final class Failures {
    private Failures() {}

    static OutboundFailure of(Exception cause, Exchange exchange, TargetUrl url, Duration allowed) {
        var where = url.host() + " port " + url.port();
        if (cause instanceof RefusedAddress refused) {
            return failure(Kind.REFUSED, refused.refusal().sentence(), refused, exchange);
        }
        if (exchange.expired()) {
            return failure(
                    Kind.TIMEOUT,
                    "%s did not finish within %d ms: time ran out while %s. Look at the service, or allow more time."
                            .formatted(where, allowed.toMillis(), exchange.doing()),
                    cause,
                    exchange);
        }
        if (Thread.currentThread().isInterrupted()) {
            return failure(
                    Kind.CANCELLED, "The request to %s was cancelled. Run it again.".formatted(where), cause, exchange);
        }
        var kind = exchange.inHandshake() ? Kind.TLS : kind(cause);
        return failure(kind, sentence(kind, where, cause), cause, exchange);
    }

    private static OutboundFailure failure(Kind kind, String sentence, Exception cause, Exchange exchange) {
        exchange.end();
        return new OutboundFailure(kind, sentence, cause, exchange.timings());
    }

    private static Kind kind(Exception cause) {
        return switch (cause) {
            case UnknownHostException _ -> Kind.DNS;
            case ConnectTimeoutException _ -> Kind.CONNECT;
            case ConnectException _ -> Kind.CONNECT;
            case NoRouteToHostException _ -> Kind.CONNECT;
            case SSLException _ -> Kind.TLS;
            case ConnectionRequestTimeoutException _ -> Kind.TIMEOUT;
            case SocketTimeoutException _ -> Kind.TIMEOUT;
            case MessageConstraintException _ -> Kind.TOO_LARGE;
            case NoHttpResponseException _ -> Kind.RESET;
            case ConnectionClosedException _ -> Kind.RESET;
            case TruncatedChunkException _ -> Kind.RESET;
            case SocketException _ -> Kind.RESET;
            default -> nested(cause);
        };
    }

    private static Kind nested(Exception cause) {
        if (cause.getCause() instanceof HttpException || cause.getCause() instanceof IOException) {
            return kind((Exception) cause.getCause());
        }
        return Kind.PROTOCOL;
    }

    private static String sentence(Kind kind, String where, Exception cause) {
        var said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return switch (kind) {
            case DNS ->
                "The name of %s has no address: %s. Check its spelling and the name server.".formatted(where, said);
            case CONNECT ->
                "Nobody answers at %s: %s. Check that the service runs and the port is right.".formatted(where, said);
            case TLS -> "TLS with %s failed: %s. Check its certificate and protocol.".formatted(where, said);
            case TIMEOUT ->
                "%s did not answer in time: %s. Look at the service, or allow more time.".formatted(where, said);
            case RESET ->
                "%s ended the connection before its answer was whole: %s. Look at its log.".formatted(where, said);
            case TOO_LARGE ->
                "The head of the answer of %s exceeds 200 headers of 16 KiB: %s. Look at the service."
                        .formatted(where, said);
            default -> "%s did not answer in HTTP: %s. Check scheme and port.".formatted(where, said);
        };
    }
}
