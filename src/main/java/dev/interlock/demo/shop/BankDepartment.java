package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

/** The bank, which belongs to somebody else. */
final class BankDepartment implements Department {
    private final Shelf authorizations = new Shelf("authorization");

    @Override
    public List<Route> routes(Caller out) {
        return List.of(new Route("POST", "/authorizations", this::authorise));
    }

    private Answer authorise(Request request) {
        if (request.text("card").equals("declined")) {
            return Answer.error(402, "the card was declined");
        }
        var amount = request.field("amount") instanceof Number number ? number.doubleValue() : 0.0;
        var authorization = authorizations.add(Map.of("amount", amount, "state", "AUTHORISED"));
        return Answer.created(authorization);
    }
}
