package dev.interlock.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The workflows that test the shop: one Arazzo document for each, next to the documents of its services. */
final class ShopWorkflows {
    /** Keys of the workflows; each is the name of a document and of the workflow in it. */
    static final List<String> KEYS = List.of(
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

    private ShopWorkflows() {}

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
