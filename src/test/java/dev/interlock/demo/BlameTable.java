package dev.interlock.demo;

import dev.interlock.demo.shop.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which faults are tried at which hop of the shop's paths, with which test. */
final class BlameTable {
    private static final Set<Fault> KINDS = EnumSet.complementOf(EnumSet.of(Fault.FLAKY, Fault.LOST_CALLBACK));

    private static final List<Fault> ORDER = List.of(Fault.values());
    private static final List<Place> PLACES = List.of(
            place("gateway", "GET /products", "catalog", "browse-products", true),
            place("gateway", "GET /products/{id}", "catalog", "read-product", true),
            place("gateway", "POST /carts", "cart", "cart-keeps-product", true),
            place("cart", "GET /products/{id}", "catalog", "cart-keeps-product", false),
            place("gateway", "GET /carts/{id}", "cart", "cart-keeps-product", true),
            place("gateway", "POST /orders", "orders", "checkout-charges-card", false),
            place("orders", "POST /charges", "payment", "checkout-charges-card", false),
            place("payment", "POST /authorizations", "bank", "checkout-charges-card", false),
            place("payment", "POST /authorizations", "bank", "payment-captures", false),
            place("orders", "POST /reservations", "inventory", "checkout-reserves-stock", false),
            place("orders", "POST /shipments", "shipping", "checkout-ships-parcel", false),
            place("shipping", "POST /messages", "notification", "customer-is-told", false),
            place("gateway", "GET /orders/{id}", "orders", "order-can-be-read", true),
            place("gateway", "GET /orders", "orders", "orders-are-listed", true),
            place("gateway", "GET /shipments/{id}", "shipping", "parcel-can-be-followed", false));

    private BlameTable() {}

    /**
     * A hop and the test that goes over it.
     *
     * @param passedOn whether the consumer hands the provider's content on without a look at it
     */
    record Place(String consumer, String operation, String provider, String test, boolean passedOn) {}

    /** A fault at a place. */
    record Cell(Place place, Fault fault) {

        /** The service the fault is switched on in. */
        String faulty() {
            return fault == Fault.LOST_CALLBACK ? place.consumer() : place.provider();
        }

        /** What the entry shows of it: a contract broken by content handed on, else an assertion. */
        String cause() {
            var content = fault == Fault.WRONG_FIELD || fault == Fault.MISSING_FIELD;
            return content && place.passedOn() ? "CONTRACT" : "ASSERTION";
        }

        String hop() {
            return place.consumer() + " -> " + place.provider();
        }
    }

    /** Every fault at every place; a service that takes no connection is met where the test needs it first. */
    static List<Cell> all() {
        var cells = new ArrayList<Cell>();
        for (var place : PLACES) {
            KINDS.stream()
                    .filter(fault ->
                            fault != Fault.REFUSED || !place.operation().equals("GET /shipments/{id}"))
                    .forEach(fault -> cells.add(new Cell(place, fault)));
        }
        cells.add(new Cell(PLACES.get(11), Fault.LOST_CALLBACK));
        return cells;
    }

    /** A few of them, at least one for each kind that is quick to try. */
    static List<Cell> some() {
        return all().stream()
                .filter(cell -> cell.fault() != Fault.SLOW)
                .filter(cell -> (PLACES.indexOf(cell.place()) + ORDER.indexOf(cell.fault())) % 11 == 0)
                .toList();
    }

    private static Place place(String consumer, String operation, String provider, String test, boolean passedOn) {
        return new Place(consumer, operation, provider, test, passedOn);
    }
}
