package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

/** Charges cards through the bank. */
final class PaymentDepartment implements Department {
    private final Shelf charges = new Shelf("charge");

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route("POST", "/charges", request -> charge(out, request)),
                new Route(
                        "GET",
                        "/charges/{id}",
                        request -> charges.find(request.path("id"))
                                .map(Answer::ok)
                                .orElseGet(() -> Answer.missing("charge " + request.path("id")))));
    }

    private Answer charge(Caller out, Request request) {
        var amount = request.field("amount") instanceof Number number ? number.doubleValue() : 0.0;
        var authorisation = out.post(
                request.trace(),
                "bank",
                "/authorizations",
                Map.of("amount", amount, "card", request.text("card")),
                "amount");
        var charge = charges.add(Map.of(
                "amount", amount, "state", "CAPTURED", "authorization", String.valueOf(authorisation.get("id"))));
        return Answer.created(charge);
    }
}
