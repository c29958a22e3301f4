package dev.interlock.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the shop sells, and for how much. */
final class CatalogDepartment implements Department {
    private static final List<Product> PRODUCTS = List.of(
            new Product("tea-100", "Green tea, 100 g", 6.5),
            new Product("tea-250", "Green tea, 250 g", 14.0),
            new Product("pot-1", "Teapot", 39.9),
            new Product("cup-2", "Two cups", 18.0));

    private record Product(String id, String name, double price) {

        Map<String, Object> shown(boolean wrong) {
            return Map.of("id", id, "name", name, "price", wrong ? (Object) Double.toString(price) : (Object) price);
        }
    }

    @Override
    public List<Route> routes(Caller out, Predicate<Fault> has) {
        return List.of(
                new Route("GET", "/products", _ -> Answer.ok(Map.of("items", all(has)))),
                new Route("GET", "/products/{id}", request -> one(request.path("id"), has)));
    }

    private static List<Map<String, Object>> all(Predicate<Fault> has) {
        return PRODUCTS.stream()
                .map(product -> product.shown(has.test(Fault.WRONG_FIELD)))
                .toList();
    }

    private static Answer one(String id, Predicate<Fault> has) {
        return PRODUCTS.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .map(product -> Answer.ok(product.shown(has.test(Fault.WRONG_FIELD))))
                .orElseGet(() -> Answer.missing("product " + id));
    }
}
