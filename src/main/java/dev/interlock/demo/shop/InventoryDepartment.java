package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is in stock; it is filled up whenever it runs low, so that a demo never ends. */
final class InventoryDepartment implements Department {
    private static final int FULL = 100_000;

    private final Shelf reservations = new Shelf("reservation");
    private int left = FULL;

    @Override
    public List<Route> routes(Caller out, Predicate<Fault> has) {
        return List.of(
                new Route(
                        "GET",
                        "/stock/{product}",
                        request -> Answer.ok(shown(Map.of("product", request.path("product"), "left", take(0)), has))),
                new Route("POST", "/reservations", request -> reserve(request, has)));
    }

    private Answer reserve(Request request, Predicate<Fault> has) {
        var quantity = Math.clamp(request.number("quantity", 1), 1, 99);
        var reservation = reservations.add(
                Map.of("product", request.text("product"), "quantity", quantity, "left", take(quantity)));
        return Answer.created(shown(reservation, has));
    }

    private synchronized int take(int quantity) {
        left = left - quantity < 1_000 ? FULL : left - quantity;
        return left;
    }

    private static Map<String, Object> shown(Map<String, Object> stock, Predicate<Fault> has) {
        return has.test(Fault.WRONG_FIELD) ? Calls.asText(stock, "left") : stock;
    }
}
