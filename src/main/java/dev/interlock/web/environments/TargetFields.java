package dev.interlock.web.environments;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * The lines "service" and "baseUrl" of a form, pair by pair, without those left empty.
 *
 * @param addresses base addresses as typed, by service
 */
record TargetFields(Map<String, String> addresses) {
    static TargetFields of(MultiValueMap<String, String> fields) {
        var services = fields.getOrDefault("service", List.of());
        var urls = fields.getOrDefault("baseUrl", List.of());
        var addresses = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(services.size(), urls.size()); i++) {
            var url = urls.get(i).strip();
            if (!url.isEmpty()) {
                addresses.put(services.get(i), url);
            }
        }
        return new TargetFields(addresses);
    }

    Map<ServiceKey, Target> targets() {
        var targets = new LinkedHashMap<ServiceKey, Target>();
        addresses.forEach((service, url) -> targets.put(ServiceKey.of(service), Target.at(url)));
        return targets;
    }
}
