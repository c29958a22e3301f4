package dev.interlock.demo.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** The services of the shop by name, entry first. */
final class Departments {
    private Departments() {}

    static Map<String, Department> all() {
        var all = new LinkedHashMap<String, Department>();
        all.put("gateway", new GatewayDepartment());
        all.put("catalog", new CatalogDepartment());
        all.put("cart", new CartDepartment());
        all.put("orders", new OrdersDepartment());
        all.put("payment", new PaymentDepartment());
        all.put("inventory", new InventoryDepartment());
        all.put("shipping", new ShippingDepartment());
        all.put("notification", new NotificationDepartment());
        all.put("bank", new BankDepartment());
        return all;
    }
}
