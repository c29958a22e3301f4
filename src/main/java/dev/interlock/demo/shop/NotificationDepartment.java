package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

/** Messages to customers, one for each order shipped. */
final class NotificationDepartment implements Department {
    private final Shelf messages = new Shelf("message");

    @Override
    public List<Route> routes(Caller out) {
        return List.of(new Route("POST", "/messages", this::keep), new Route("GET", "/messages", this::list));
    }

    private Answer keep(Request request) {
        return Answer.created(messages.add(Map.of("order", request.text("order"), "text", request.text("text"))));
    }

    private Answer list(Request request) {
        var order = request.query().getOrDefault("order", "");
        var found = messages.newest(500).stream()
                .filter(message -> order.isEmpty() || order.equals(message.get("order")))
                .toList();
        return Answer.ok(Map.of("items", found, "count", found.size()));
    }
}
