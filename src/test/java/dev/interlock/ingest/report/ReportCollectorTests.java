package dev.interlock.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ingest.SentFile;
import dev.interlock.ingest.dialect.ReportLimits;
import dev.interlock.platform.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ReportCollectorTests {
    private static final String JUNIT = "<testsuite name='pytest'><testcase name='a'/><testcase name='b'/></testsuite>";
    private static final String CTRF = """
            {"results": {"tool": {"name": "vitest"}, "tests": [{"name": "c", "status": "failed", "message": "no"}]}}
            """;

    private final ReportCollector collector = new ReportCollector(ReportLimits.USUAL);

    @Test
    void readsEveryReportOfAZipAndKeepsTheGoodOnes() throws IOException {
        var zip = new LinkedHashMap<String, String>();
        zip.put("reports/TEST-a.xml", JUNIT);
        zip.put("reports/readme.txt", "hello");
        zip.put("reports/broken.xml", "<testsuite>");
        zip.put("reports/ctrf.json", CTRF);

        collector.read(sent("all.zip", zipped(zip)));

        assertThat(collector.cases()).extracting("name").containsExactly("a", "b", "c");
        assertThat(collector.kinds()).containsExactly("pytest (JUnit XML)", "vitest (CTRF)");
        assertThat(collector.counts().refused()).isEqualTo(1);
        assertThat(collector.findings())
                .extracting(Finding::where)
                .containsExactly("all.zip: reports/broken.xml, line 1, column 12", "all.zip");
    }

    @Test
    void refusesADamagedZip() throws IOException {
        var whole = zipped(Map.of("a.xml", JUNIT.repeat(200)));

        collector.read(sent("half.zip", java.util.Arrays.copyOf(whole, whole.length / 4)));

        assertThat(collector.refusedAll()).isTrue();
        assertThat(collector.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.where()).startsWith("half.zip"));
    }

    @Test
    void stopsAtABombInAZip() throws IOException {
        var limits = new ReportLimits(1 << 20, 1_000, 20, 1 << 16);
        var small = new ReportCollector(limits);

        small.read(sent("bomb.zip", zipped(Map.of("a.xml", "<testsuite>" + " ".repeat(4 << 20) + "</testsuite>"))));

        assertThat(small.refusedAll()).isTrue();
        assertThat(small.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).contains("longer than"));
    }

    private static SentFile sent(String name, byte[] content) {
        return new SentFile(name, () -> new ByteArrayInputStream(content));
    }

    private static byte[] zipped(Map<String, String> files) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }
}
