package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Charges cards through the bank. */
final class PaymentDepartment implements Department {
    private final Shelf charges = new Shelf("charge");

    @Override
    public List<Route> routes(Caller out, Predicate<Fault> has) {
        return List.of(
                new Route("POST", "/charges", request -> charge(out, request, has)),
                new Route(
                        "GET",
                        "/charges/{id}",
                        request -> charges.find(request.path("id"))
                                .map(charge -> Answer.ok(shown(charge, has)))
                                .orElseGet(() -> Answer.missing("charge " + request.path("id")))));
    }

    private Answer charge(Caller out, Request request, Predicate<Fault> has) {
        var amount = request.field("amount") instanceof Number number ? number.doubleValue() : 0.0;
        var authorisation = out.post(
                request.trace(),
                "bank",
                "/authorizations",
                Map.of("amount", amount, "card", request.text("card")),
                "amount");
        var charge = charges.add(Map.of(
                "amount", amount, "state", "CAPTURED", "authorization", String.valueOf(authorisation.get("id"))));
        return Answer.created(shown(charge, has));
    }

    private static Map<String, Object> shown(Map<String, Object> charge, Predicate<Fault> has) {
        return has.test(Fault.WRONG_FIELD) ? Calls.asText(charge, "amount") : charge;
    }
}
