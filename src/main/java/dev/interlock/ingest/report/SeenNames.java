package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.ReportedCase;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The names of the last reports of one kind, each with the report that had it last. Reports are numbered. */
final class SeenNames {
    private static final int KEPT_REPORTS = 50;
    private static final int MOST_NAMES = 200_000;

    private final Map<Name, Integer> last = new LinkedHashMap<>();
    private int reports;

    /** Class and name of a case. */
    record Name(String type, String name) {
        static Name of(ReportedCase reported) {
            return new Name(reported.className(), reported.name());
        }

        String identity() {
            return type.isEmpty() ? name : type + "." + name;
        }
    }

    static SeenNames none() {
        return new SeenNames();
    }

    static SeenNames unpacked(byte[] packed) {
        var seen = new SeenNames();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8))) {
            seen.reports = Integer.parseInt(Objects.requireNonNullElse(lines.readLine(), "0"));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var parts = line.split("\t", 3);
                seen.last.put(new Name(parts[1], parts[2]), Integer.valueOf(parts[0]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }

    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            out.write(reports + "\n");
            for (var one : last.entrySet()) {
                out.write(one.getValue() + "\t" + one.getKey().type() + "\t"
                        + one.getKey().name() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    boolean knows(Name name) {
        return last.containsKey(name);
    }

    /**
     * What an earlier report had and this one has not: the earlier one is that of which most names come again. Empty when
     * no earlier report comes again by half, as with another part of a test suite.
     */
    Set<Name> vanished(Set<Name> present) {
        var again = present.stream()
                .map(last::get)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        var most = again.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isEmpty()) {
            return Set.of();
        }
        var before = most.get().getKey();
        var gone = last.entrySet().stream()
                .filter(one -> one.getValue().equals(before) && !present.contains(one.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return gone.size() <= most.get().getValue() ? gone : Set.of();
    }

    /** Counts a report with these names and forgets those not seen for long. */
    void add(Collection<Name> present) {
        reports++;
        present.forEach(name -> last.put(name, reports));
        last.values().removeIf(number -> number <= reports - KEPT_REPORTS);
        if (last.size() > MOST_NAMES) {
            last.clear();
        }
    }
}
