package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;

/** What the shop sells, and for how much. */
final class CatalogDepartment implements Department {
    private static final List<Product> PRODUCTS = List.of(
            new Product("tea-100", "Green tea, 100 g", 6.5),
            new Product("tea-250", "Green tea, 250 g", 14.0),
            new Product("pot-1", "Teapot", 39.9),
            new Product("cup-2", "Two cups", 18.0));

    private record Product(String id, String name, double price) {

        Map<String, Object> shown() {
            return Map.of("id", id, "name", name, "price", price);
        }
    }

    @Override
    public List<Route> routes(Caller out) {
        return List.of(
                new Route("GET", "/products", _ -> Answer.ok(Map.of("items", all()))),
                new Route("GET", "/products/{id}", request -> one(request.path("id"))));
    }

    private static List<Map<String, Object>> all() {
        return PRODUCTS.stream().map(Product::shown).toList();
    }

    private static Answer one(String id) {
        return PRODUCTS.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .map(product -> Answer.ok(product.shown()))
                .orElseGet(() -> Answer.missing("product " + id));
    }
}
