package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Change;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.fault.Care;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code risk.service}. */
@Component
class ServiceNotes {
    private static final String ALL = """
            select service, blamed, expected, rating, tested, change from risk.service where project_id = :project
            """;
    private static final String SAVE = """
            insert into risk.service values (:project, :service, :blamed, :expected, :rating, :tested, :change)
                on conflict (project_id, service) do update
               set rating = excluded.rating, tested = excluded.tested, change = excluded.change
            """;

    private static final String SAVE_CARE = """
            insert into risk.service
            select :project, care.service, care.blamed, care.expected, null, 'NOT_REPORTED', 'BUILD'
              from jsonb_to_recordset(cast(:rows as jsonb))
                as care(service text, blamed double precision, expected double precision)
                on conflict (project_id, service) do update
               set blamed = excluded.blamed, expected = excluded.expected
            """;

    private final JdbcClient jdbc;

    ServiceNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String service, double blamed, double expected) {}

    /** Keeps how careful services are, and nothing else of them. */
    void save(ProjectId project, Map<String, Care> cares) {
        var rows = cares.entrySet().stream()
                .map(care -> new Row(
                        care.getKey(), care.getValue().blamed(), care.getValue().expected()))
                .toList();
        jdbc.sql(SAVE_CARE)
                .param("project", project.value())
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    Map<String, ServiceNote> of(ProjectId project) {
        return jdbc.sql(ALL).param("project", project.value()).query((row, _) -> note(row)).list().stream()
                .collect(Collectors.toMap(ServiceNote::service, note -> note));
    }

    ServiceNote of(ProjectId project, String service) {
        return of(project).getOrDefault(service, ServiceNote.unknown(service));
    }

    void save(ProjectId project, ServiceNote note) {
        jdbc.sql(SAVE)
                .param("project", project.value())
                .param("service", note.service())
                .param("blamed", note.care().blamed())
                .param("expected", note.care().expected())
                .param("rating", note.rating())
                .param("tested", note.tested().name())
                .param("change", note.change().name())
                .update();
    }

    private static ServiceNote note(ResultSet row) throws SQLException {
        return new ServiceNote(
                row.getString("service"),
                new Care(row.getDouble("blamed"), row.getDouble("expected")),
                row.getObject("rating", Integer.class),
                Tested.valueOf(row.getString("tested")),
                Change.valueOf(row.getString("change")));
    }
}
