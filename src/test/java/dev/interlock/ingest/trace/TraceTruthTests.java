package dev.interlock.ingest.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ingest.ImportTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every trace file on hand against counts another program made. */
class TraceTruthTests {
    private static final JsonNode TRUTH =
            JsonMapper.shared().readTree(bytes("TRUTH.json")).path("files");

    @TestFactory
    List<DynamicTest> readsEachFileInFull() {
        return TRUTH.properties().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(read(file.getKey(), file.getValue())).isEqualTo(told(file.getValue()))))
                .toList();
    }

    @Test
    void standsInTheDocumentAsItIs() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("| file | spans | truth | traces | services | integrations between them | truth |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- |");
        TRUTH.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(file -> lines.add(line(file.getKey(), file.getValue())));

        assertThat(ImportTable.inDocument("traces", lines)).isEqualTo(ImportTable.text(lines));
    }

    private static String line(String name, JsonNode truth) {
        var found = collect(name);
        var edges = found.counted().size() + graph(found).size();
        var expected =
                truth.path("distinct_edges").asInt(truth.path("expected_graph").size());
        return "| traces/%s | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        name,
                        found.spans().size(),
                        truth.path("spans").asInt(0),
                        traces(found),
                        services(found).size(),
                        edges,
                        expected);
    }

    private static Map<String, String> read(String name, JsonNode truth) {
        var found = collect(name);
        var read = new TreeMap<String, String>();
        if (truth.has("distinct_edges")) {
            read.put("distinct_edges", "" + found.counted().size());
            read.put("services", services(found).toString());
            return read;
        }
        var graph = graphs(found);
        read.put("spans", "" + found.spans().size());
        read.put("traces", "" + traces(found));
        read.put("services", services(found).toString());
        read.put(
                "spans_without_service",
                ""
                        + found.spans().stream()
                                .filter(span -> span.service().isEmpty())
                                .count());
        read.put(
                "roots",
                "" + graph.stream().mapToLong(one -> rootIds(one).size()).sum());
        read.put(
                "orphans",
                "" + graph.stream().mapToLong(one -> one.orphans().size()).sum());
        read.put("expected_graph", graph(found).toString());
        read.put("refused", "" + found.refusedCount());
        return read;
    }

    private static Map<String, String> told(JsonNode truth) {
        var told = new TreeMap<String, String>();
        if (truth.has("distinct_edges")) {
            told.put("distinct_edges", truth.path("distinct_edges").asString());
            told.put("services", new TreeSet<>(texts(truth.path("services"))).toString());
            return told;
        }
        for (var count : List.of("spans", "traces", "spans_without_service", "roots", "orphans")) {
            told.put(count, truth.path(count).asString());
        }
        told.put("services", new TreeSet<>(texts(truth.path("services"))).toString());
        told.put(
                "expected_graph",
                truth.path("expected_graph")
                        .valueStream()
                        .map(edge ->
                                edge.get(0).asString() + " -> " + edge.get(1).asString())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString());
        told.put("refused", "0");
        return told;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> rootIds(TraceGraph graph) {
        return graph.spans().stream()
                .filter(span -> span.parentId() == null || span.follows())
                .map(ReadSpan::spanId)
                .collect(Collectors.toSet());
    }

    /** Calls between services that both send spans. */
    private static Set<String> graph(SpanCollector found) {
        return graphs(found).stream()
                .flatMap(graph -> graph.calls().stream())
                .filter(call -> !call.peer())
                .map(call -> call.consumer() + " -> " + call.provider())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<TraceGraph> graphs(SpanCollector found) {
        return found.spans().stream()
                .collect(Collectors.groupingBy(ReadSpan::traceId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(TraceGraph::new)
                .toList();
    }

    private static long traces(SpanCollector found) {
        return found.spans().stream().map(ReadSpan::traceId).distinct().count();
    }

    private static Set<String> services(SpanCollector found) {
        var services = found.spans().stream()
                .map(ReadSpan::service)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new));
        found.counted().forEach(one -> {
            services.add(one.consumer());
            services.add(one.provider());
        });
        return services;
    }

    static SpanCollector collect(String name) {
        var found = new SpanCollector(100_000);
        try {
            new TraceFile(found).read(bytes(name));
        } catch (UnreadableTraces e) {
            throw new AssertionError(e.where() + ": " + e.problem(), e);
        }
        return found;
    }

    static byte[] bytes(String name) {
        try (InputStream in = TraceTruthTests.class.getResourceAsStream("/fixtures/traces/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
