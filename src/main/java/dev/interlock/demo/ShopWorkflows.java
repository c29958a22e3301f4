package dev.interlock.demo;

import dev.interlock.catalog.PathKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The workflows that test the shop: one Arazzo document for each, next to the documents of its services. */
final class ShopWorkflows {
    /** The newest test: none of the month's nightly runs carried it out, those to come do. */
    static final String NEWEST = "parcel-can-be-followed";

    /** Nobody has run this one yet. */
    static final String NEVER_RUN = "order-can-be-cancelled";

    /** Keys of the workflows of every night; each is the name of a document and of the workflow in it. */
    static final List<String> NIGHTLY = List.of(
            "browse-products",
            "read-product",
            "catalog-lists-and-reads",
            "cart-keeps-product",
            "checkout-charges-card",
            "checkout-reserves-stock",
            "checkout-ships-parcel",
            "customer-is-told",
            "order-can-be-read",
            "orders-are-listed",
            "payment-captures",
            "declined-card-is-refused",
            "orders-place-directly",
            "stock-is-known");

    /** What the tests are about, by test; a checkout passes more hops than the path it is there for. */
    private static final Map<String, List<String>> COVERED = Map.ofEntries(
            Map.entry("browse-products", List.of("browse")),
            Map.entry("read-product", List.of("product-page")),
            Map.entry("catalog-lists-and-reads", List.of()),
            Map.entry("cart-keeps-product", List.of("fill-cart", "open-cart")),
            Map.entry("checkout-charges-card", List.of("checkout-pay")),
            Map.entry("checkout-reserves-stock", List.of("checkout-reserve")),
            Map.entry("checkout-ships-parcel", List.of("checkout-ship")),
            Map.entry("customer-is-told", List.of("tell-customer", "parcel-message")),
            Map.entry("order-can-be-read", List.of("read-order")),
            Map.entry("orders-are-listed", List.of("list-orders")),
            Map.entry("payment-captures", List.of("charge-card")),
            Map.entry("declined-card-is-refused", List.of("checkout-pay")),
            Map.entry("orders-place-directly", List.of("order-direct", "order-stock")),
            Map.entry("stock-is-known", List.of()),
            Map.entry(NEVER_RUN, List.of("cancel-order")),
            Map.entry(NEWEST, List.of("follow-parcel")));

    private ShopWorkflows() {}

    /** The paths a test is about. */
    static List<PathKey> covered(String key) {
        return COVERED.getOrDefault(key, List.of()).stream().map(PathKey::new).toList();
    }

    /** Keys of all workflows. */
    static List<String> keys() {
        return Stream.concat(NIGHTLY.stream(), Stream.of(NEVER_RUN, NEWEST)).toList();
    }

    static String document(String key) {
        try (var document = ShopWorkflows.class.getResourceAsStream("/demo/tests/" + key + ".arazzo.yaml")) {
            if (document == null) {
                throw new IllegalArgumentException("the demo has no test " + key);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people call the test: the title its document gives. */
    static String name(String key) {
        return document(key)
                .lines()
                .filter(line -> line.startsWith("  title: "))
                .map(line -> line.substring("  title: ".length()))
                .findFirst()
                .orElse(key);
    }
}
