package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The bank, which belongs to somebody else. */
final class BankDepartment implements Department {
    private final Shelf authorizations = new Shelf("authorization");

    @Override
    public List<Route> routes(Caller out, Predicate<Fault> has) {
        return List.of(new Route("POST", "/authorizations", request -> authorise(request, has)));
    }

    private Answer authorise(Request request, Predicate<Fault> has) {
        if (request.text("card").equals("declined")) {
            return Answer.error(402, "the card was declined");
        }
        var amount = request.field("amount") instanceof Number number ? number.doubleValue() : 0.0;
        var authorization = authorizations.add(Map.of("amount", amount, "state", "AUTHORISED"));
        return Answer.created(has.test(Fault.WRONG_FIELD) ? Calls.asText(authorization, "amount") : authorization);
    }
}
