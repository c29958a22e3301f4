package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

/** Sends parcels, and has the customer told a moment later. */
final class ShippingDepartment implements Department {
    private final Shelf shipments = new Shelf("shipment");

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route("POST", "/shipments", request -> ship(out, request)),
                new Route(
                        "GET",
                        "/shipments/{id}",
                        request -> shipments
                                .find(request.path("id"))
                                .map(Answer::ok)
                                .orElseGet(() -> Answer.missing("shipment " + request.path("id")))));
    }

    private Answer ship(Caller out, Request request) {
        var shipment = shipments.add(Map.of("order", request.text("order"), "parcels", 1, "state", "ON_ITS_WAY"));
        out.tell(
                request.trace(),
                "notification",
                "/messages",
                Map.of("order", request.text("order"), "text", "Shipped as " + shipment.get("id")));
        return Answer.created(shipment);
    }
}
