package dev.interlock.catalog.observed;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.platform.ProjectId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The paths of a project by the services they travel, in the order they are first met. */
@Component
class KnownWays {
    private static final TypeReference<List<Hop>> HOPS = new TypeReference<>() {};
    private static final String ALL = """
            select key, hops from catalog.integration_path where project_id = :project order by key
            """;

    private final JdbcClient jdbc;

    KnownWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<List<ServiceKey>, PathKey> of(ProjectId project) {
        var known = new HashMap<List<ServiceKey>, PathKey>();
        jdbc.sql(ALL).param("project", project.value()).query(row -> {
            known.putIfAbsent(services(CatalogJson.read(row.getString(2), HOPS)), PathKey.of(row.getString(1)));
        });
        return known;
    }

    /** Each service once, in the order it is first met. */
    static List<ServiceKey> services(List<Hop> hops) {
        var met = new LinkedHashSet<ServiceKey>();
        hops.forEach(hop -> {
            met.add(hop.consumer());
            met.add(hop.provider());
        });
        return List.copyOf(met);
    }
}
