package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

/** What is in stock; it is filled up whenever it runs low, so that a demo never ends. */
final class InventoryDepartment implements Department {
    private static final int FULL = 100_000;

    private final Shelf reservations = new Shelf("reservation");
    private int left = FULL;

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route(
                        "GET",
                        "/stock/{product}",
                        request -> Answer.ok(Map.of("product", request.path("product"), "left", take(0)))),
                new Route("POST", "/reservations", this::reserve));
    }

    private Answer reserve(Request request) {
        var quantity = Math.clamp(request.number("quantity", 1), 1, 99);
        var reservation = reservations.add(
                Map.of("product", request.text("product"), "quantity", quantity, "left", take(quantity)));
        return Answer.created(reservation);
    }

    private synchronized int take(int quantity) {
        left = left - quantity < 1_000 ? FULL : left - quantity;
        return left;
    }
}
