package dev.interlock.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A recorded history of tests, cycle by cycle. */
record RecordedTests(String name, List<List<Execution>> cycles) {

    /**
     * What a test did in a cycle; several executions are one: failed if any failed, mean time.
     *
     * @param seconds how long it took
     */
    record Execution(String test, double seconds, boolean failed) {}

    private record Row(double seconds, boolean failed) {}

    /** Reads {@code cycle,test,duration,verdict} from the fixtures. */
    static RecordedTests read(String name) {
        var cycles = new TreeMap<Integer, Map<String, List<Row>>>();
        var file = "/fixtures/tcp/" + name + ".csv.gz";
        try (var in = Objects.requireNonNull(RecordedTests.class.getResourceAsStream(file), file);
                var lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> cycles.computeIfAbsent(Integer.valueOf(cells[0]), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(cells[1], _ -> new ArrayList<>())
                            .add(new Row(Math.max(0, Double.parseDouble(cells[2])), cells[3].equals("1"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RecordedTests(
                name, cycles.values().stream().map(RecordedTests::collapsed).toList());
    }

    private static List<Execution> collapsed(Map<String, List<Row>> tests) {
        return tests.entrySet().stream()
                .map(test -> new Execution(
                        test.getKey(),
                        test.getValue().stream()
                                .mapToDouble(Row::seconds)
                                .average()
                                .orElse(0),
                        test.getValue().stream().anyMatch(Row::failed)))
                .toList();
    }
}
