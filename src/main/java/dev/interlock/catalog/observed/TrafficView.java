package dev.interlock.catalog.observed;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.ObservedService;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads what is stored of traffic. */
@Component
class TrafficView {
    private static final TypeReference<List<Hop>> HOPS = new TypeReference<>() {};

    private static final String SERVICES = """
            select service, kind, first_seen, last_seen from catalog.observed_service
             where project_id = :project order by service limit 1000
            """;
    private static final String DAYS = """
            select consumer, provider, day, calls, weight, errors, slots, first_seen, last_seen
              from catalog.observed_day where project_id = :project order by consumer, provider, day limit 100000
            """;
    private static final String OPERATIONS = """
            select consumer, provider, protocol, operation from catalog.observed_operation
             where project_id = :project and calls > 0 order by consumer, provider, protocol, calls desc limit 100000
            """;
    private static final String PATHS = """
            select path.digest, path.entry, path.hops, path.first_seen, path.last_seen, sum(day.traces) as traces,
                   sum(day.weight) as weight
              from catalog.observed_path as path
              join catalog.observed_path_day as day on (day.project_id, day.digest) = (path.project_id, path.digest)
             where path.project_id = :project
             group by path.project_id, path.digest
            having sum(day.traces) > 0
             order by sum(day.weight) desc, path.digest
             limit :limit
            """;
    private static final String WEIGHT = """
            select coalesce(sum(weight), 0) from catalog.observed_path_day where project_id = :project
            """;

    /** A way with how many traces took it. */
    record SeenPath(
            String digest, String entry, List<Hop> hops, long traces, double weight, Instant first, Instant last) {}

    private final JdbcClient jdbc;

    TrafficView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ObservedService> services(ProjectId project, Set<ServiceKey> registered) {
        return jdbc.sql(SERVICES)
                .param("project", project.value())
                .query((row, number) -> service(row, registered))
                .list();
    }

    /** The days of each integration. */
    Map<String, List<EdgeTraffic>> days(ProjectId project) {
        var days = new TreeMap<String, List<EdgeTraffic>>();
        jdbc.sql(DAYS).param("project", project.value()).query(TrafficView::day).list().stream()
                .filter(day -> day.calls() > 0)
                .forEach(day -> days.computeIfAbsent(day.edge(), edge -> new ArrayList<>())
                        .add(day));
        return days;
    }

    /** Protocols and operations of each integration. */
    Map<String, List<ProtocolUse>> operations(ProjectId project) {
        var found = new HashMap<String, Map<String, List<String>>>();
        jdbc.sql(OPERATIONS).param("project", project.value()).query(row -> {
            found.computeIfAbsent(row.getString(1) + " -> " + row.getString(2), edge -> new TreeMap<>())
                    .computeIfAbsent(row.getString(3), protocol -> new ArrayList<>())
                    .add(row.getString(4));
        });
        var uses = new HashMap<String, List<ProtocolUse>>();
        found.forEach((edge, protocols) -> uses.put(
                edge,
                protocols.entrySet().stream()
                        .map(use -> new ProtocolUse(
                                use.getKey(),
                                use.getValue().stream()
                                        .filter(operation -> !operation.isEmpty())
                                        .limit(100)
                                        .toList()))
                        .limit(20)
                        .toList()));
        return uses;
    }

    List<SeenPath> paths(ProjectId project, int limit) {
        return jdbc.sql(PATHS)
                .param("project", project.value())
                .param("limit", limit)
                .query((row, number) -> new SeenPath(
                        row.getString("digest"),
                        row.getString("entry"),
                        CatalogJson.read(row.getString("hops"), HOPS),
                        row.getLong("traces"),
                        row.getDouble("weight"),
                        instant(row, "first_seen"),
                        instant(row, "last_seen")))
                .list();
    }

    /** The weight of all ways, those beyond the limit too. */
    double pathWeight(ProjectId project) {
        return jdbc.sql(WEIGHT)
                .param("project", project.value())
                .query(Double.class)
                .single();
    }

    private static ObservedService service(ResultSet row, Set<ServiceKey> registered) throws SQLException {
        var key = new ServiceKey(row.getString("service"));
        return new ObservedService(
                key,
                ServiceKind.valueOf(row.getString("kind")),
                registered.contains(key),
                instant(row, "first_seen"),
                instant(row, "last_seen"));
    }

    private static EdgeTraffic day(ResultSet row, int number) throws SQLException {
        var slots = (Long[]) row.getArray("slots").getArray();
        var plain = new long[slots.length];
        for (var i = 0; i < plain.length; i++) {
            plain[i] = slots[i];
        }
        return new EdgeTraffic(
                new ServiceKey(row.getString("consumer")),
                new ServiceKey(row.getString("provider")),
                row.getObject("day", LocalDate.class),
                row.getLong("calls"),
                row.getDouble("weight"),
                row.getDouble("errors"),
                plain,
                instant(row, "first_seen"),
                instant(row, "last_seen"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
