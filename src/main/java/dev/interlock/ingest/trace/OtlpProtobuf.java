package dev.interlock.ingest.trace;

import java.util.HashMap;
import java.util.Map;

/** Reads an export request of OTLP in protobuf, span by span. The numbers are those of the published messages. */
final class OtlpProtobuf {
    private static final int ERROR = 2;

    private final SpanSink sink;

    OtlpProtobuf(SpanSink sink) {
        this.sink = sink;
    }

    void read(byte[] bytes) throws UnreadableTraces {
        var request = new Wire(bytes);
        while (request.next()) {
            if (request.field() == 1) {
                resource(request.inside(), request.inside());
            }
        }
    }

    /** The resource may stand behind its spans, so its message is walked over twice. */
    private void resource(Wire first, Wire second) throws UnreadableTraces {
        var service = "";
        while (first.next()) {
            if (first.field() == 1) {
                service = service(first.inside());
            }
        }
        while (second.next()) {
            if (second.field() == 2 || second.field() == 1000) {
                scope(second.inside(), service);
            }
        }
    }

    private static String service(Wire resource) throws UnreadableTraces {
        var tags = new HashMap<String, String>();
        while (resource.next()) {
            if (resource.field() == 1) {
                attribute(resource.inside(), tags);
            }
        }
        return Names.service(tags);
    }

    private void scope(Wire scope, String service) throws UnreadableTraces {
        while (scope.next()) {
            if (scope.field() == 2) {
                span(scope.inside(), service);
            }
        }
    }

    private void span(Wire wire, String service) throws UnreadableTraces {
        var raw = new RawSpan(service);
        while (wire.next()) {
            switch (wire.field()) {
                case 1 -> raw.traceId = wire.hex();
                case 2 -> raw.spanId = wire.hex();
                case 3 -> raw.traceState = wire.text();
                case 4 -> raw.parentId = wire.hex();
                case 5 -> raw.name = wire.text();
                case 6 -> raw.kind = SpanKind.ofNumber(wire.number());
                case 7 -> raw.startNanos = wire.number();
                case 8 -> raw.endNanos = wire.number();
                case 9 -> attribute(wire.inside(), raw.tags);
                case 15 -> raw.error = isError(wire.inside());
                default -> {}
            }
        }
        raw.tell(sink);
    }

    private static boolean isError(Wire status) throws UnreadableTraces {
        var error = false;
        while (status.next()) {
            error |= status.field() == 3 && status.number() == ERROR;
        }
        return error;
    }

    private static void attribute(Wire pair, Map<String, String> tags) throws UnreadableTraces {
        var key = "";
        var value = "";
        while (pair.next()) {
            if (pair.field() == 1) {
                key = pair.text();
            } else if (pair.field() == 2) {
                value = value(pair.inside());
            }
        }
        if (!value.isEmpty() && Names.isTold(key)) {
            tags.put(key, value);
        }
    }

    private static String value(Wire any) throws UnreadableTraces {
        var value = "";
        while (any.next()) {
            value = switch (any.field()) {
                case 1 -> any.text();
                case 2 -> Boolean.toString(any.number() != 0);
                case 3 -> Long.toString(any.number());
                case 4 -> Double.toString(any.real());
                default -> value;
            };
        }
        return value;
    }
}
