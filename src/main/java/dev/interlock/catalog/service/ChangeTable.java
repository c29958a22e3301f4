package dev.interlock.catalog.service;

import dev.interlock.openapi.ChangeClass;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what a new revision changed. */
@Component
class ChangeTable {
    private static final String ADD = """
        insert into catalog.interface_change
               (project_id, revision_id, position, operation, place, rule, direction, severity, sentence)
        select :project, :revision, position, operation, place, rule, direction, severity, sentence
          from unnest(:operations::text[], :places::text[], :rules::text[], :directions::text[], :severities::text[],
                      :sentences::text[]) with ordinality
               as added (operation, place, rule, direction, severity, sentence, position)
        """;
    private static final String READ = """
        select operation, place, rule, direction, severity, sentence
          from catalog.interface_change
         where project_id = :project and revision_id = :revision
         order by position
        """;

    private final JdbcClient jdbc;

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ProjectId project, long revision, List<InterfaceChange> changes) {
        if (!changes.isEmpty()) {
            jdbc.sql(ADD)
                    .param("project", project.value())
                    .param("revision", revision)
                    .param("operations", texts(changes, InterfaceChange::operation))
                    .param("places", texts(changes, InterfaceChange::where))
                    .param("rules", texts(changes, change -> change.rule().name()))
                    .param(
                            "directions",
                            texts(changes, change -> change.direction().name()))
                    .param(
                            "severities",
                            texts(changes, change -> change.severity().name()))
                    .param("sentences", texts(changes, InterfaceChange::sentence))
                    .update();
        }
    }

    List<InterfaceChange> of(ProjectId project, long revision) {
        return jdbc.sql(READ)
                .param("project", project.value())
                .param("revision", revision)
                .query((row, number) -> new InterfaceChange(
                        row.getString(1),
                        row.getString(2),
                        Rule.valueOf(row.getString(3)),
                        Direction.valueOf(row.getString(4)),
                        ChangeClass.valueOf(row.getString(5)),
                        row.getString(6)))
                .list();
    }

    private static String[] texts(List<InterfaceChange> changes, Function<InterfaceChange, String> text) {
        return changes.stream().map(text).map(DocumentText::storable).toArray(String[]::new);
    }
}
