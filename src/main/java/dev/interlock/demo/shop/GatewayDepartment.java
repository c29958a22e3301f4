package dev.interlock.demo.shop;

import java.util.List;

/** The shop's front door: passes every request on. */
final class GatewayDepartment implements Department {

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route("GET", "/products", request -> out.get(request.trace(), "catalog", "/products")),
                new Route(
                        "GET",
                        "/products/{id}",
                        request -> out.get(request.trace(), "catalog", "/products/" + request.path("id"))),
                new Route(
                        "POST",
                        "/carts",
                        request -> Answer.created(out.post(request.trace(), "cart", "/carts", request.body()))),
                new Route(
                        "GET",
                        "/carts/{id}",
                        request -> out.get(request.trace(), "cart", "/carts/" + request.path("id"))),
                new Route(
                        "POST",
                        "/checkout",
                        request -> Answer.created(
                                out.post(request.trace(), "orders", "/orders", request.body(), "total"))),
                new Route("GET", "/orders", request -> out.get(request.trace(), "orders", "/orders")),
                new Route(
                        "GET",
                        "/orders/{id}",
                        request -> out.get(request.trace(), "orders", "/orders/" + request.path("id"))));
    }
}
