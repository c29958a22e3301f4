package dev.interlock.demo;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.demo.shop.Shop;
import dev.interlock.openapi.Upload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** When which version of which service of the shop came out. */
final class ShopCalendar {
    /**
     * Days ago and what came out that day: payment 2.4.1 broke the checkout and 2.4.2 mended it, shipping 1.6.0 broke the
     * following of parcels, and what came out today is not tested yet.
     */
    private static final Map<Integer, Map<String, String>> RELEASES = Map.of(
            26, Map.of("catalog", "1.8.0"),
            23, Map.of("orders", "3.1.0", "inventory", "1.2.1"),
            19, Map.of("gateway", "5.0.2"),
            15, Map.of("cart", "2.2.0"),
            12, Map.of("shipping", "1.5.0"),
            9, Map.of("payment", "2.4.1"),
            6, Map.of("payment", "2.4.2"),
            4, Map.of("notification", "1.1.3"),
            2, Map.of("orders", "3.2.0", "shipping", "1.6.0"),
            0, Map.of("catalog", "1.9.0", "notification", "1.2.0"));

    private static final Map<String, String> FIRST = Map.of(
            "gateway", "5.0.1",
            "catalog", "1.7.4",
            "cart", "2.1.0",
            "orders", "3.0.6",
            "payment", "2.4.0",
            "inventory", "1.2.0",
            "shipping", "1.4.9",
            "notification", "1.1.2");

    /** The service whose interface changed with its newest version. */
    static final String CHANGED = "catalog";

    private ShopCalendar() {}

    /** What came out so many days ago; on the first day everything did. */
    static Map<String, String> released(int daysAgo, int first) {
        var released = new HashMap<String, String>(daysAgo == first ? FIRST : Map.of());
        released.putAll(RELEASES.getOrDefault(daysAgo, Map.of()));
        return released;
    }

    /** The interface a service had at first: a price was a whole number until the newest catalog came out. */
    static Upload firstDocument(ServiceKey service) {
        var now = newestDocument(service);
        if (!service.value().equals(CHANGED)) {
            return now;
        }
        var text = new String(now.content(), StandardCharsets.UTF_8)
                .replace("type: number\n          example: 6.5", "type: integer\n          example: 6");
        return new Upload(now.fileName(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The interface a service has today. */
    static Upload newestDocument(ServiceKey service) {
        return new Upload(service + ".yaml", Shop.document(service.value()));
    }

    /** A commit id that looks like one and is always the same. */
    static String commit(String service, String version) {
        return HexFormat.of().toHexDigits((service + version).hashCode() * 0x9E3779B97F4A7C15L);
    }
}
