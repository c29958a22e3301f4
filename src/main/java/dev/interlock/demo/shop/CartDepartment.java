package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carts: one product and how many of it, priced by the catalog. */
final class CartDepartment implements Department {
    private final Shelf carts = new Shelf("cart");

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route("POST", "/carts", request -> add(out, request)),
                new Route("GET", "/carts/{id}/stock", request -> stock(out, request)),
                new Route(
                        "GET",
                        "/carts/{id}",
                        request -> carts.find(request.path("id"))
                                .map(Answer::ok)
                                .orElseGet(() -> Answer.missing("cart " + request.path("id")))));
    }

    private Answer stock(Caller out, Request request) {
        return carts.find(request.path("id"))
                .map(cart -> out.get(request.trace(), "inventory", "/stock/" + cart.get("product"), "left"))
                .orElseGet(() -> Answer.missing("cart " + request.path("id")));
    }

    private Answer add(Caller out, Request request) {
        var product = request.text("product");
        var found = out.get(request.trace(), "catalog", "/products/" + product, "price");
        if (found.status() == 404) {
            return Answer.error(422, "product " + product + " does not exist");
        }
        var price = (Number) Objects.requireNonNull(Calls.good("catalog", found).get("price"));
        var quantity = Math.clamp(request.number("quantity", 1), 1, 99);
        var cart = carts.add(Map.of("product", product, "quantity", quantity, "total", quantity * price.doubleValue()));
        return Answer.created(cart);
    }
}
