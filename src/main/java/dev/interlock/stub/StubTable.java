package dev.interlock.stub;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of stand-ins and of what they answered. */
@Component
class StubTable {
    private static final int KEPT_CALLS = 10_000;
    private static final int PRUNE_EVERY = 200;

    private static final String ADD = """
        insert into stub.stand_in (project_id, environment, service, token, since, made_by)
        values (:project, :environment, :service, :token, :since, :by)
        on conflict (project_id, environment, service) do nothing
        """;
    private static final String OF = """
        select service, token, since, made_by from stub.stand_in
         where project_id = :project and environment = :environment
         order by service
        """;
    private static final String BEHIND = """
        select project_id, environment, service from stub.stand_in where token = :token
        """;
    private static final String ADD_CALL = """
        insert into stub.call (project_id, environment, service, trace_id, method, path, operation, status, at)
        values (:project, :environment, :service, :trace, :method, :path, :operation, :status, :at)
        returning id
        """;
    private static final String PRUNE = """
        delete from stub.call
         where project_id = :project and id <= (
               select id from stub.call where project_id = :project order by id desc offset :kept limit 1)
        """;
    private static final String CALLS = """
        select service, at, method, path, operation, status, trace_id from stub.call
         where project_id = :project and environment = :environment
         order by id desc limit 200
        """;
    private static final String IN_TRACES = """
        select distinct service from stub.call
         where project_id = :project and environment = :environment and trace_id = any (:traces::text[])
        """;

    /** Which stand-in a token belongs to. */
    record Place(ProjectId project, EnvironmentKey environment, ServiceKey service) {}

    private final JdbcClient jdbc;

    StubTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Place place, String token, Instant since, String by) {
        jdbc.sql(ADD)
                .param("project", place.project().value())
                .param("environment", place.environment().value())
                .param("service", place.service().value())
                .param("token", token)
                .param("since", Timestamp.from(since))
                .param("by", by)
                .update();
    }

    boolean remove(Place place) {
        return jdbc.sql("delete from stub.stand_in where project_id = :project and environment = :environment"
                                + " and service = :service")
                        .param("project", place.project().value())
                        .param("environment", place.environment().value())
                        .param("service", place.service().value())
                        .update()
                > 0;
    }

    List<Stub> of(ProjectId project, EnvironmentKey environment) {
        return jdbc.sql(OF)
                .param("project", project.value())
                .param("environment", environment.value())
                .query((row, n) -> new Stub(
                        new ServiceKey(row.getString("service")),
                        "/stubs/" + row.getString("token"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("made_by")))
                .list();
    }

    Optional<Place> behind(String token) {
        return jdbc.sql(BEHIND)
                .param("token", token)
                .query((row, n) -> new Place(
                        new ProjectId(row.getLong("project_id")),
                        EnvironmentKey.of(row.getString("environment")),
                        new ServiceKey(row.getString("service"))))
                .optional();
    }

    void note(Place place, StubCall call) {
        var id = jdbc.sql(ADD_CALL)
                .param("project", place.project().value())
                .param("environment", place.environment().value())
                .param("service", place.service().value())
                .param("trace", call.traceId())
                .param("method", call.method())
                .param("path", call.path())
                .param("operation", call.operation())
                .param("status", call.status())
                .param("at", Timestamp.from(call.at()))
                .query(Long.class)
                .single();
        if (id % PRUNE_EVERY == 0) {
            jdbc.sql(PRUNE)
                    .param("project", place.project().value())
                    .param("kept", KEPT_CALLS)
                    .update();
        }
    }

    List<StubCall> calls(ProjectId project, EnvironmentKey environment) {
        return jdbc.sql(CALLS)
                .param("project", project.value())
                .param("environment", environment.value())
                .query(StubTable::call)
                .list();
    }

    private static StubCall call(ResultSet row, int number) throws SQLException {
        return new StubCall(
                new ServiceKey(row.getString("service")),
                row.getTimestamp("at").toInstant(),
                row.getString("method"),
                row.getString("path"),
                row.getString("operation"),
                row.getInt("status"),
                row.getString("trace_id"));
    }

    Set<ServiceKey> inTraces(ProjectId project, EnvironmentKey environment, Collection<String> traces) {
        return new TreeSet<>(jdbc.sql(IN_TRACES)
                .param("project", project.value())
                .param("environment", environment.value())
                .param("traces", traces.toArray(String[]::new))
                .query((row, n) -> new ServiceKey(row.getString(1)))
                .list());
    }

    void forget(ProjectId project) {
        for (var table : List.of("call", "stand_in")) {
            jdbc.sql("delete from stub." + table + " where project_id = :project")
                    .param("project", project.value())
                    .update();
        }
    }
}
