package dev.interlock.demo.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders: reserves stock, takes the money, has the parcel sent. */
final class OrdersDepartment implements Department {
    private static final double UNIT_PRICE = 6.5;

    private final Shelf orders = new Shelf("order");

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route("POST", "/orders", request -> place(out, request)),
                new Route("POST", "/orders/{id}/cancellation", request -> cancel(out, request)),
                new Route("GET", "/orders", _ -> Answer.ok(Map.of("items", orders.newest(20)))),
                new Route(
                        "GET",
                        "/orders/{id}",
                        request -> orders.find(request.path("id"))
                                .map(Answer::ok)
                                .orElseGet(() -> Answer.missing("order " + request.path("id")))));
    }

    private Answer cancel(Caller out, Request request) {
        var id = request.path("id");
        var found = orders.find(id);
        if (found.isEmpty()) {
            return Answer.missing("order " + id);
        }
        var cancelled = new LinkedHashMap<>(found.get());
        cancelled.put("state", "CANCELLED");
        orders.put(id, cancelled);
        out.tell(request.trace(), "notification", "/messages", Map.of("order", id, "text", "Cancelled"));
        return Answer.ok(cancelled);
    }

    private Answer place(Caller out, Request request) {
        var product = request.text("product");
        var quantity = Math.clamp(request.number("quantity", 1), 1, 99);
        var total = quantity * UNIT_PRICE;
        var trace = request.trace();
        var reservation =
                out.post(trace, "inventory", "/reservations", Map.of("product", product, "quantity", quantity), "left");
        var charge =
                out.post(trace, "payment", "/charges", Map.of("amount", total, "card", request.text("card")), "amount");
        var order = orders.add(new LinkedHashMap<>(Map.of(
                "product",
                product,
                "quantity",
                quantity,
                "total",
                total,
                "state",
                "PAID",
                "charge",
                charge.get("id"))));
        var shipment = out.post(trace, "shipping", "/shipments", Map.of("order", order.get("id")), "parcels");
        order.put("shipment", shipment.get("id"));
        order.put("reservation", reservation.get("id"));
        return Answer.created(order);
    }
}
