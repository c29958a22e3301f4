package dev.interlock.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service under test, and everybody who is told, behind one port of loopback. */
final class Receivers implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    Receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** A request as it came. */
    record Received(String method, String path, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on requests whose path begins so are answered with this status. */
    void answer(String path, int status) {
        statuses.put(path, status);
    }

    /** What came to addresses that begin so, in order. */
    List<Received> at(String path) {
        return received.stream().filter(one -> one.path().startsWith(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
        var status = statuses.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(200);
        var answer = answer(exchange.getRequestMethod(), path).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String answer(String method, String path) {
        if (path.endsWith("/comments?per_page=100") || path.endsWith("/notes?per_page=100")) {
            return "[]";
        }
        return "POST".equals(method) ? "{\"id\": 4711}" : "{\"id\": \"b-1\"}";
    }
}
