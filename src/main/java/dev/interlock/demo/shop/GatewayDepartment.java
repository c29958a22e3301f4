package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

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
                new Route(
                        "GET",
                        "/carts/{id}/stock",
                        request -> out.get(request.trace(), "cart", "/carts/" + request.path("id") + "/stock", "left")),
                new Route(
                        "POST",
                        "/orders/{id}/cancellation",
                        request -> Answer.ok(out.post(
                                request.trace(),
                                "orders",
                                "/orders/" + request.path("id") + "/cancellation",
                                Map.of()))),
                new Route(
                        "GET",
                        "/shipments/{id}",
                        request -> out.get(request.trace(), "shipping", "/shipments/" + request.path("id"), "parcels")),
                new Route("GET", "/orders", request -> out.get(request.trace(), "orders", "/orders")),
                new Route(
                        "GET",
                        "/orders/{id}",
                        request -> out.get(request.trace(), "orders", "/orders/" + request.path("id"))));
    }
}
