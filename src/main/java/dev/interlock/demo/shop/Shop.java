package dev.interlock.demo.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole shop, open as long as it is not closed. Safe for use by several threads. */
public final class Shop implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    private final Map<String, ShopServer> servers = new LinkedHashMap<>();

    private Shop() {}

    /** Opens the shop on free loopback ports. */
    public static Shop open(Consumer<ShopSpan> spans) {
        return open(spans, Map.of());
    }

    /** Opens the shop on these ports, and on free ones where none is given or the port is taken by now. */
    public static Shop open(Consumer<ShopSpan> spans, Map<String, Integer> ports) {
        var shop = new Shop();
        Departments.all().forEach((name, department) -> shop.add(name, department, spans, ports.getOrDefault(name, 0)));
        return shop;
    }

    /** The names of the services, entry first. */
    public List<String> services() {
        return List.copyOf(servers.keySet());
    }

    /** Where a service listens, such as {@code http://127.0.0.1:40001}. */
    public String baseUrl(String service) {
        return server(service).baseUrl();
    }

    /** The loopback port of each service. */
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        servers.forEach((name, server) -> ports.put(name, server.port()));
        return ports;
    }

    /** The OpenAPI document of a service. */
    public static byte[] document(String service) {
        try (var document = Shop.class.getResourceAsStream("/demo/" + service + ".yaml")) {
            if (document == null) {
                throw new IllegalArgumentException("the shop has no service " + service);
            }
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Switches a fault on in a service, or what is on off with null. */
    public void fault(String service, @Nullable Fault fault) {
        server(service).fault(fault, null);
    }

    /**
     * Switches a fault on in one operation of a service only.
     *
     * @param operation method and path template, such as {@code GET /orders/{id}}
     */
    public void fault(String service, Fault fault, String operation) {
        server(service).fault(fault, operation);
    }

    /** The fault that is on in a service. */
    public Optional<Fault> fault(String service) {
        return server(service).fault();
    }

    @Override
    public void close() {
        servers.values().forEach(ShopServer::close);
        http.shutdownNow();
        threads.shutdownNow();
    }

    private void add(String name, Department department, Consumer<ShopSpan> spans, int port) {
        var mischief = new Mischief(name);
        var caller = new Caller(
                name,
                http,
                this::baseUrl,
                spans,
                fault -> mischief.fault().filter(fault::equals).isPresent());
        var routes = department.routes(caller);
        servers.put(name, new ShopServer(name, routes, mischief, threads, spans, port));
    }

    private ShopServer server(String service) {
        var server = servers.get(service);
        if (server == null) {
            throw new IllegalArgumentException("the shop has no service " + service);
        }
        return server;
    }
}
