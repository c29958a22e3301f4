package dev.interlock.catalog.service;

import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OperationSummary;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of interface revisions and their operations. */
@Component
class Revisions {
    private static final String COLUMNS = """
            select id, service, name, number, openapi_version, title, imported_at, imported_by, operations, further_operations
              from catalog.interface_revision
            """;
    private static final String OF_SERVICE = COLUMNS + """
             where project_id = :project and service = :service
             order by number desc, name limit 200
            """;
    private static final String CURRENT = """
            select distinct on (service, name)
                   id, service, name, number, openapi_version, title, imported_at, imported_by, operations, further_operations
              from catalog.interface_revision
             where project_id = :project
             order by service, name, number desc
            """;
    private static final String CURRENT_OF_SERVICE = """
            select distinct on (name)
                   id, service, name, number, openapi_version, title, imported_at, imported_by, operations, further_operations
              from catalog.interface_revision
             where project_id = :project and service = :service
             order by name, number desc
            """;
    private static final String DIGEST =
            "select digest from catalog.interface_revision where project_id = :project and id = :id";
    private static final String DOCUMENT =
            "select document from catalog.interface_revision where project_id = :project and id = :id";
    private static final String ADD = """
            insert into catalog.interface_revision (project_id, service, name, number, openapi_version, title,
                   imported_at, imported_by, operations, further_operations, digest, document_bytes, document)
            values (:project, :service, :name, :number, :openapiVersion, :title,
                   :importedAt, :importedBy, :operations, :further, :digest, :bytes, :document)
            returning id
            """;
    private static final String ADD_OPERATIONS = """
            insert into catalog.interface_operation
                   (project_id, revision_id, position, method, path, operation_id, summary, deprecated, signature)
            select :project, :revision, position, method, path, operation_id, summary, deprecated, signature
              from unnest(:methods::text[], :paths::text[], :ids::text[], :summaries::text[], :deprecated::boolean[],
                          :signatures::text[]) with ordinality
                   as added (method, path, operation_id, summary, deprecated, signature, position)
            """;
    private static final String OPERATIONS = """
            select method, path, operation_id, summary, deprecated, signature
              from catalog.interface_operation
             where project_id = :project and revision_id = :revision
             order by position
            """;

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<InterfaceRevision> current(ProjectId project) {
        return jdbc.sql(CURRENT)
                .param("project", project.value())
                .query(Revisions::revision)
                .list();
    }

    List<InterfaceRevision> current(ProjectId project, ServiceKey service) {
        return of(CURRENT_OF_SERVICE, project, service);
    }

    List<InterfaceRevision> all(ProjectId project, ServiceKey service) {
        return of(OF_SERVICE, project, service);
    }

    private List<InterfaceRevision> of(String sql, ProjectId project, ServiceKey service) {
        return jdbc.sql(sql)
                .param("project", project.value())
                .param("service", service.value())
                .query(Revisions::revision)
                .list();
    }

    boolean isSame(ProjectId project, long id, String digest) {
        return jdbc.sql(DIGEST)
                .param("project", project.value())
                .param("id", id)
                .query(String.class)
                .optional()
                .filter(digest::equals)
                .isPresent();
    }

    Optional<byte[]> document(ProjectId project, long id) {
        return jdbc.sql(DOCUMENT)
                .param("project", project.value())
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    List<OperationSummary> operations(ProjectId project, long revision) {
        return jdbc.sql(OPERATIONS)
                .param("project", project.value())
                .param("revision", revision)
                .query((row, number) -> new OperationSummary(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6)))
                .list();
    }

    InterfaceRevision add(
            ProjectId project, InterfaceRevision revision, DocumentText text, List<OperationSummary> operations) {
        var id = jdbc.sql(ADD)
                .param("project", project.value())
                .param("service", revision.service().value())
                .param("name", revision.name())
                .param("number", revision.number())
                .param("openapiVersion", revision.openapiVersion())
                .param("title", revision.title())
                .param("importedAt", revision.importedAt().atOffset(ZoneOffset.UTC))
                .param("importedBy", revision.importedBy())
                .param("operations", revision.operations())
                .param("further", revision.furtherOperations())
                .param("digest", text.digest())
                .param("bytes", text.length())
                .param("document", text.compressed())
                .query(Long.class)
                .single();
        addOperations(project, id, operations);
        return new InterfaceRevision(
                id,
                revision.service(),
                revision.name(),
                revision.number(),
                revision.openapiVersion(),
                revision.title(),
                revision.importedAt(),
                revision.importedBy(),
                revision.operations(),
                revision.furtherOperations());
    }

    private void addOperations(ProjectId project, long revision, List<OperationSummary> operations) {
        jdbc.sql(ADD_OPERATIONS)
                .param("project", project.value())
                .param("revision", revision)
                .param("methods", texts(operations, OperationSummary::method))
                .param("paths", texts(operations, OperationSummary::path))
                .param("ids", texts(operations, OperationSummary::operationId))
                .param("summaries", texts(operations, OperationSummary::summary))
                .param(
                        "deprecated",
                        operations.stream().map(OperationSummary::deprecated).toArray(Boolean[]::new))
                .param("signatures", texts(operations, OperationSummary::signature))
                .update();
    }

    private static String[] texts(List<OperationSummary> operations, Function<OperationSummary, String> text) {
        return operations.stream().map(text).map(DocumentText::storable).toArray(String[]::new);
    }

    private static InterfaceRevision revision(ResultSet row, int number) throws SQLException {
        return new InterfaceRevision(
                row.getLong(1),
                ServiceKey.of(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getInt(9),
                row.getInt(10));
    }
}
