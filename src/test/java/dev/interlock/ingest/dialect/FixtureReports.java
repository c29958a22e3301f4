package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.platform.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads reports of the fixtures and of texts. */
final class FixtureReports {
    private FixtureReports() {}

    /** What a file held. */
    record Read(String kind, List<ReportedCase> cases, List<Finding> findings) {
        long count(Verdict verdict) {
            return cases.stream().filter(one -> one.verdict() == verdict).count();
        }

        long count(Predicate<ReportedCase> which) {
            return cases.stream().filter(which).count();
        }
    }

    /** The counted truth of each file in a folder of the fixtures. */
    static Stream<Map.Entry<String, JsonNode>> truth(String folder) throws IOException {
        try (var in = open(folder, "TRUTH.json")) {
            return JsonMapper.shared().readTree(in).path("files").properties().stream();
        }
    }

    static Read fixture(String folder, String file) throws IOException, UnreadableReport {
        try (var in = open(folder, file)) {
            return read(file, in);
        }
    }

    static Read text(String text) throws IOException, UnreadableReport {
        return read("report", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Read read(String file, InputStream in) throws IOException, UnreadableReport {
        var cases = new ArrayList<ReportedCase>();
        var findings = new ArrayList<Finding>();
        var kind = new ReportReader(ReportLimits.USUAL).read(file, in, cases::add, findings::add);
        return new Read(kind, cases, findings);
    }

    private static InputStream open(String folder, String file) {
        return Objects.requireNonNull(
                FixtureReports.class.getResourceAsStream("/fixtures/" + folder + "/" + file), file);
    }
}
