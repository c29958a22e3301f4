package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Carts: one product and how many of it, priced by the catalog. */
final class CartDepartment implements Department {
    private final Shelf carts = new Shelf("cart");

    @Override
    public List<Route> routes(Caller out, Predicate<Fault> has) {
        return List.of(
                new Route("POST", "/carts", request -> add(out, request, has)),
                new Route(
                        "GET",
                        "/carts/{id}",
                        request -> carts.find(request.path("id"))
                                .map(cart -> Answer.ok(shown(cart, has)))
                                .orElseGet(() -> Answer.missing("cart " + request.path("id")))));
    }

    private Answer add(Caller out, Request request, Predicate<Fault> has) {
        var product = request.text("product");
        var found = out.get(request.trace(), "catalog", "/products/" + product);
        if (found.status() == 404) {
            return Answer.error(422, "product " + product + " does not exist");
        }
        var price = ((Map<?, ?>) Calls.good("catalog", found)).get("price");
        if (!(price instanceof Number number)) {
            throw new CallFailed("catalog sent no number as price");
        }
        var quantity = Math.clamp(request.number("quantity", 1), 1, 99);
        var cart =
                carts.add(Map.of("product", product, "quantity", quantity, "total", quantity * number.doubleValue()));
        return Answer.created(shown(cart, has));
    }

    private static Map<String, Object> shown(Map<String, Object> cart, Predicate<Fault> has) {
        return has.test(Fault.WRONG_FIELD) ? Calls.asText(cart, "total") : cart;
    }
}
