package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Sends parcels, and has the customer told a moment later. */
final class ShippingDepartment implements Department {
    private static final Executor LATER = CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS);

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
        if (!out.keepsSilent()) {
            LATER.execute(() -> tell(out, request, shipment));
        }
        return Answer.created(shipment);
    }

    private static void tell(Caller out, Request request, Map<String, Object> shipment) {
        try {
            out.post(
                    request.trace(),
                    "notification",
                    "/messages",
                    Map.of("order", request.text("order"), "text", "Shipped as " + shipment.get("id")));
        } catch (CallFailed lost) {
            // nobody waits for this answer; the span of the call tells of the failure
        }
    }
}
