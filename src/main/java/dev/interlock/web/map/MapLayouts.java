package dev.interlock.web.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.web.map.MapLayout.Wire;
import java.util.List;
import org.springframework.stereotype.Component;

/** Layouts worked out already, by what they show; a picture stays as it is until its services or integrations change. */
@Component
class MapLayouts {
    private static final int MOST = 200;

    private final Cache<Shown, MapLayout> layouts =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Shown(List<ServiceKey> services, List<Wire> wires) {}

    MapLayout of(List<ServiceKey> services, List<Wire> wires) {
        return layouts.get(new Shown(services, wires), shown -> MapLayout.of(shown.services(), shown.wires()));
    }
}
