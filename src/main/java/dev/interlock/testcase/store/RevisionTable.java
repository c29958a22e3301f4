package dev.interlock.testcase.store;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestRevision;
import dev.interlock.testcase.document.CheckedWorkflow;
import dev.interlock.testcase.document.CheckedWorkflow.BoundSource;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The immutable contents of test cases, and what the present one is bound to and calls. */
@Component
class RevisionTable {
    private static final String ADD = """
            insert into testcase.revision (project_id, test_key, number, workflow, workflow_id, steps, rows, made_at, made_by)
            values (:project, :key, :number, :workflow, :workflowId, :steps, :rows, :at, :by)
            """;
    private static final String TEXT = """
            select workflow from testcase.revision
             where project_id = :project and test_key = :key and number = :number and workflow <> ''
            """;
    private static final String LIST = """
            select number, made_at, made_by from testcase.revision
             where project_id = :project and test_key = :key order by number desc limit 1000
            """;
    private static final String CALLS = """
            select test_key, service, operation from testcase.call
             where project_id = :project order by test_key, seq
            """;
    private static final String CALLERS = """
            select operation, test_key from testcase.call
             where project_id = :project and service = :service order by operation, test_key
            """;
    private static final String CALLING = """
            select distinct test_key from testcase.call where project_id = :project and service = any(:services)
            """;
    private static final String TEXTS = """
            select content.test_key, content.workflow
              from testcase.revision content
              join testcase.test_case test
                on test.project_id = content.project_id and test.key = content.test_key
               and test.revision = content.number
             where content.project_id = :project and content.test_key = any(:keys)
            """;
    private static final String BOUND = """
            select test_key, name, service from testcase.source
             where project_id = :project and test_key = any(:keys) order by test_key, name
            """;
    private static final String MEANING = """
            select distinct test_key from testcase.source
             where project_id = :project and service = :service order by test_key
            """;

    private final JdbcClient jdbc;

    RevisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ProjectId project, TestCase test, String workflow, Actor actor) {
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("key", test.key().value())
                .param("number", test.revision())
                .param("workflow", workflow)
                .param("workflowId", test.workflowId())
                .param("steps", Json.write(test.steps()))
                .param("rows", Json.write(test.rows()))
                .param("at", Timestamp.from(test.changedAt()))
                .param("by", actor.name())
                .update();
    }

    Optional<String> text(ProjectId project, TestKey key, int number) {
        return jdbc.sql(TEXT)
                .param("project", project.value())
                .param("key", key.value())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    List<TestRevision> list(ProjectId project, TestKey key) {
        return jdbc.sql(LIST)
                .param("project", project.value())
                .param("key", key.value())
                .query((row, at) -> new TestRevision(
                        row.getInt("number"), row.getTimestamp("made_at").toInstant(), row.getString("made_by")))
                .list();
    }

    /** Replaces what the test case is bound to and calls. */
    void bind(ProjectId project, TestKey key, CheckedWorkflow workflow) {
        for (var table : List.of("call", "source")) {
            jdbc.sql("delete from testcase." + table + " where project_id = :project and test_key = :key")
                    .param("project", project.value())
                    .param("key", key.value())
                    .update();
        }
        workflow.sources().forEach(source -> addSource(project, key, source));
        var seq = 0;
        for (var service : workflow.operations().entrySet()) {
            for (var operation : service.getValue()) {
                addCall(project, key, seq++, service.getKey(), operation);
            }
        }
    }

    /** The operations every test case calls, by test case and service. */
    Map<TestKey, Map<ServiceKey, List<String>>> calls(ProjectId project) {
        var calls = new LinkedHashMap<TestKey, Map<ServiceKey, List<String>>>();
        jdbc.sql(CALLS).param("project", project.value()).query(row -> {
            calls.computeIfAbsent(new TestKey(row.getString("test_key")), key -> new LinkedHashMap<>())
                    .computeIfAbsent(new ServiceKey(row.getString("service")), key -> new ArrayList<>())
                    .add(row.getString("operation"));
        });
        return calls;
    }

    Map<String, List<TestKey>> callers(ProjectId project, ServiceKey service) {
        var callers = new LinkedHashMap<String, List<TestKey>>();
        jdbc.sql(CALLERS)
                .param("project", project.value())
                .param("service", service.value())
                .query(row -> {
                    callers.computeIfAbsent(row.getString("operation"), key -> new ArrayList<>())
                            .add(new TestKey(row.getString("test_key")));
                });
        return callers;
    }

    /** The test cases that call one of these services. */
    Set<TestKey> calling(ProjectId project, Set<ServiceKey> services) {
        return jdbc.sql(CALLING)
                .param("project", project.value())
                .param("services", services.stream().map(ServiceKey::value).toArray(String[]::new))
                .query((row, n) -> new TestKey(row.getString("test_key")))
                .set();
    }

    /** The present documents of these test cases. */
    Map<TestKey, String> texts(ProjectId project, List<TestKey> keys) {
        var texts = new LinkedHashMap<TestKey, String>();
        jdbc.sql(TEXTS)
                .param("project", project.value())
                .param("keys", TestCaseTable.texts(keys))
                .query(row -> {
                    texts.put(new TestKey(row.getString("test_key")), row.getString("workflow"));
                });
        return texts;
    }

    /** The services behind the sources of these test cases, by name of the source. */
    Map<TestKey, Map<String, ServiceKey>> sources(ProjectId project, List<TestKey> keys) {
        var sources = new LinkedHashMap<TestKey, Map<String, ServiceKey>>();
        jdbc.sql(BOUND)
                .param("project", project.value())
                .param("keys", TestCaseTable.texts(keys))
                .query(row -> {
                    sources.computeIfAbsent(new TestKey(row.getString("test_key")), key -> new LinkedHashMap<>())
                            .put(row.getString("name"), new ServiceKey(row.getString("service")));
                });
        return sources;
    }

    /** The test cases with a source that means this service, whether it is registered or not. */
    List<TestKey> meaning(ProjectId project, ServiceKey service) {
        return jdbc.sql(MEANING)
                .param("project", project.value())
                .param("service", service.value())
                .query((row, at) -> new TestKey(row.getString("test_key")))
                .list();
    }

    private void addSource(ProjectId project, TestKey key, BoundSource source) {
        jdbc.sql("insert into testcase.source values (:project, :key, :name, :service, :bound) on conflict do nothing")
                .param("project", project.value())
                .param("key", key.value())
                .param("name", source.name())
                .param("service", source.service().value())
                .param("bound", source.bound())
                .update();
    }

    private void addCall(ProjectId project, TestKey key, int seq, ServiceKey service, String operation) {
        jdbc.sql("insert into testcase.call values (:project, :key, :seq, :service, :operation)")
                .param("project", project.value())
                .param("key", key.value())
                .param("seq", seq)
                .param("service", service.value())
                .param("operation", operation)
                .update();
    }
}
