package dev.interlock.demo;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the shop consists of, in the words of the catalog. */
final class ShopModel {
    static final List<ServiceDraft> SERVICES = List.of(
            service("gateway", "Gateway", "storefront", 4, "The shop's front door."),
            service("catalog", "Catalog", "storefront", 3, "What the shop sells, and for how much."),
            service("cart", "Cart", "storefront", 3, "Carts and what is in them."),
            service("orders", "Orders", "checkout", 5, "Orders from stock to parcel."),
            service("payment", "Payment", "checkout", 5, "Charges cards through the bank."),
            service("inventory", "Inventory", "checkout", 3, "What is in stock."),
            service("shipping", "Shipping", "delivery", 3, "Sends parcels."),
            service("notification", "Notification", "delivery", 2, "Messages to customers."),
            new ServiceDraft(
                    new ServiceKey("bank"),
                    "Bank",
                    ServiceKind.THIRD_PARTY,
                    "checkout",
                    4,
                    "A third party that moves the money.",
                    List.of("external")));

    static final List<Requirement> REQUIREMENTS = List.of(
            new Requirement("SHOP-12", "", "A card is charged once for an order", 5),
            new Requirement("SHOP-21", "", "What is in no order any more is for sale again", 3),
            new Requirement("SHOP-34", "", "Customers can follow their parcel", 3));

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "checkout-pay", List.of("SHOP-12"),
            "charge-card", List.of("SHOP-12"),
            "checkout-reserve", List.of("SHOP-21"),
            "cancel-order", List.of("SHOP-21"),
            "follow-parcel", List.of("SHOP-34"));

    static final List<PathDraft> PATHS = List.of(
            path("browse", "Browse products", 2, "gateway", "GET /products", "catalog"),
            path("product-page", "Product page", 2, "gateway", "GET /products/{id}", "catalog"),
            path("fill-cart", "Fill a cart", 3, "gateway", "POST /carts", "cart", "GET /products/{id}", "catalog"),
            path("open-cart", "Open a cart", 2, "gateway", "GET /carts/{id}", "cart"),
            path(
                    "checkout-pay",
                    "Checkout: pay",
                    5,
                    "gateway",
                    "POST /orders",
                    "orders",
                    "POST /charges",
                    "payment",
                    "POST /authorizations",
                    "bank"),
            path(
                    "checkout-reserve",
                    "Checkout: reserve stock",
                    4,
                    "gateway",
                    "POST /orders",
                    "orders",
                    "POST /reservations",
                    "inventory"),
            path(
                    "checkout-ship",
                    "Checkout: send the parcel",
                    4,
                    "gateway",
                    "POST /orders",
                    "orders",
                    "POST /shipments",
                    "shipping"),
            path(
                    "tell-customer",
                    "Tell the customer",
                    3,
                    "gateway",
                    "POST /orders",
                    "orders",
                    "POST /shipments",
                    "shipping",
                    "~POST /messages",
                    "notification"),
            path("read-order", "Read an order", 3, "gateway", "GET /orders/{id}", "orders"),
            path("list-orders", "List orders", 2, "gateway", "GET /orders", "orders"),
            path("charge-card", "Charge a card", 5, "payment", "POST /authorizations", "bank"),
            path(
                    "order-direct",
                    "Order without the front door",
                    4,
                    "orders",
                    "POST /charges",
                    "payment",
                    "POST /authorizations",
                    "bank"),
            path("follow-parcel", "Follow a parcel", 3, "gateway", "GET /shipments/{id}", "shipping"),
            path(
                    "cart-stock",
                    "Stock of a cart",
                    2,
                    "gateway",
                    "GET /carts/{id}/stock",
                    "cart",
                    "GET /stock/{product}",
                    "inventory"),
            path(
                    "cancel-order",
                    "Cancel an order",
                    4,
                    "gateway",
                    "POST /orders/{id}/cancellation",
                    "orders",
                    "~POST /messages",
                    "notification"),
            path("order-stock", "Stock of an order", 3, "orders", "POST /reservations", "inventory"),
            path("parcel-message", "Message about a parcel", 2, "shipping", "~POST /messages", "notification"));

    private ShopModel() {}

    private static ServiceDraft service(String key, String name, String team, int criticality, String text) {
        return new ServiceDraft(new ServiceKey(key), name, ServiceKind.INTERNAL, team, criticality, text, List.of());
    }

    /** A chain of services with the operation of each hop between them; a tilde marks what nobody waits for. */
    private static PathDraft path(String key, String name, int impact, String... chain) {
        var hops = new ArrayList<Hop>();
        for (var i = 0; i + 2 < chain.length; i += 2) {
            var later = chain[i + 1].startsWith("~");
            hops.add(new Hop(
                    new ServiceKey(chain[i]),
                    new ServiceKey(chain[i + 2]),
                    later ? chain[i + 1].substring(1) : chain[i + 1],
                    later ? Mode.ASYNC : Mode.SYNC,
                    after(i)));
        }
        return new PathDraft(
                new PathKey(key),
                name,
                List.of(),
                hops,
                null,
                impact,
                REQUIRED.getOrDefault(key, List.of()),
                team(chain[0]),
                Origin.MODELLED);
    }

    private static @Nullable Integer after(int place) {
        return place == 0 ? null : place / 2 - 1;
    }

    private static String team(String entry) {
        return switch (entry) {
            case "gateway" -> "storefront";
            case "shipping" -> "delivery";
            default -> "checkout";
        };
    }
}
