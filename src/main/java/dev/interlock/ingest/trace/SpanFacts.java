package dev.interlock.ingest.trace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the attributes of a span say, by the names of today's and earlier conventions.
 *
 * @param operation what was done, without ids in it: {@code GET /orders/{id}}
 * @param status HTTP status, 0 without
 * @param peer name or host and port of the other side, empty when it is not told
 * @param protocol such as HTTP, GRPC, KAFKA, POSTGRESQL
 * @param store what the other side is when it is no service
 * @param weight how many such traces it stands for: 1 divided by the share that was sampled
 */
record SpanFacts(
        String operation, int status, boolean error, String peer, String protocol, Store store, double weight) {
    private static final int LONGEST = 200;
    private static final Pattern VARIABLE = Pattern.compile(
            "\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|(?=[0-9a-zA-Z_-]*\\d)[0-9a-fA-F]{8,}|(?=[^/]*\\d)[0-9a-zA-Z_-]{20,}");
    private static final Pattern METHOD =
            Pattern.compile("(GET|PUT|POST|HEAD|PATCH|DELETE|OPTIONS|TRACE)", Pattern.CASE_INSENSITIVE);

    /** What the other side of a call is. */
    enum Store {
        SERVICE,
        DATABASE,
        BROKER
    }

    /** Reads the attributes of a span; values that are no text are given as text. */
    static SpanFacts of(String name, SpanKind kind, Map<String, String> tags, double weight) {
        var store = store(kind, tags);
        return new SpanFacts(
                operation(name, store, tags),
                status(tags),
                isTrue(first(tags, "error")) || "error".equalsIgnoreCase(first(tags, "otel.status_code")),
                peer(store, tags),
                protocol(store, tags),
                store,
                weight);
    }

    SpanFacts withError(boolean failed) {
        return new SpanFacts(operation, status, error || failed, peer, protocol, store, weight);
    }

    SpanFacts withPeer(String name) {
        return name.isEmpty() ? this : new SpanFacts(operation, status, error, name, protocol, store, weight);
    }

    private static Store store(SpanKind kind, Map<String, String> tags) {
        if (!first(tags, "db.system.name", "db.system", "db.type").isEmpty()) {
            return Store.DATABASE;
        }
        return kind.isMessage() || tags.containsKey("messaging.system") ? Store.BROKER : Store.SERVICE;
    }

    private static String protocol(Store store, Map<String, String> tags) {
        return switch (store) {
            case DATABASE -> upper(first(tags, "db.system.name", "db.system", "db.type"));
            case BROKER -> broker(upper(first(tags, "messaging.system")));
            case SERVICE ->
                first(tags, "rpc.system.name", "rpc.system").isEmpty()
                        ? "HTTP"
                        : upper(first(tags, "rpc.system.name", "rpc.system"));
        };
    }

    private static String broker(String system) {
        return system.isEmpty() ? "MESSAGE" : system.equals("RABBITMQ") ? "AMQP" : system;
    }

    private static String operation(String name, Store store, Map<String, String> tags) {
        if (store == Store.BROKER) {
            var channel = first(tags, "messaging.destination.name", "messaging.destination", "message_bus.destination");
            return cut(channel.isEmpty() ? plain(name) : channel);
        }
        var method = first(tags, "http.request.method", "http.method");
        if (store == Store.SERVICE && !method.isEmpty()) {
            var route = first(tags, "http.route", "url.template", "url.path", "http.target", "http.path");
            if (!route.isEmpty()) {
                return cut(method.toUpperCase(Locale.ROOT) + " " + plain(route));
            }
        }
        return cut(plain(name));
    }

    /** A name without the ids in it, so that a thousand calls of one operation are one operation. */
    static String plain(String name) {
        var query = name.indexOf('?');
        var words = (query < 0 ? name : name.substring(0, query)).split("/", -1);
        for (var i = 1; i < words.length; i++) {
            words[i] = VARIABLE.matcher(words[i]).matches() ? "{id}" : words[i];
        }
        var plain = String.join("/", words);
        var space = plain.indexOf(' ');
        return space > 0 && METHOD.matcher(plain.substring(0, space)).matches()
                ? plain.substring(0, space).toUpperCase(Locale.ROOT) + plain.substring(space)
                : plain;
    }

    private static String peer(Store store, Map<String, String> tags) {
        var named = first(tags, "peer.service", "service.peer.name");
        if (!named.isEmpty()) {
            return cut(named);
        }
        if (store == Store.BROKER) {
            return cut(first(tags, "messaging.system", "server.address", "net.peer.name"));
        }
        var host = first(tags, "server.address", "net.peer.name", "peer.hostname", "out.host", "http.host");
        if (host.isEmpty()) {
            host = authority(first(tags, "url.full", "http.url"));
        }
        if (host.isEmpty() && store == Store.DATABASE) {
            return cut(first(tags, "db.namespace", "db.name", "db.system.name", "db.system", "db.type"));
        }
        var port = first(tags, "server.port", "net.peer.port", "peer.port");
        return cut(host.isEmpty() || port.isEmpty() || host.contains(":") ? host : host + ":" + port);
    }

    private static String authority(String url) {
        var begin = url.indexOf("://");
        if (begin < 0) {
            return "";
        }
        var rest = url.substring(begin + 3).split("[/?#]", 2)[0];
        return rest.substring(rest.lastIndexOf('@') + 1);
    }

    private static int status(Map<String, String> tags) {
        var text =
                first(tags, "http.response.status_code", "http.status_code", "data.http_response_code", "http.status");
        return text.matches("[1-5]\\d\\d") ? Integer.parseInt(text) : 0;
    }

    private static boolean isTrue(String text) {
        return !text.isEmpty() && !List.of("false", "0", "no").contains(text.toLowerCase(Locale.ROOT));
    }

    private static String first(Map<String, String> tags, String... names) {
        for (var name : names) {
            var value = tags.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String upper(String text) {
        return cut(text.toUpperCase(Locale.ROOT)).substring(0, Math.min(40, text.length()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
