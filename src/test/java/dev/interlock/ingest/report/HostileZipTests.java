package dev.interlock.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ingest.SentFile;
import dev.interlock.ingest.dialect.ReportLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip files nobody sends in good faith. */
@Timeout(30)
class HostileZipTests {
    private static final byte[] REPORT =
            "<testsuite><testcase classname=\"a.B\" name=\"c\"/></testsuite>".getBytes(StandardCharsets.UTF_8);
    private static final int CENTRAL = 0x02014b50;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    @Test
    void readsReportsAndTellsOfOtherFiles() throws IOException {
        add("TEST-a.xml", REPORT);
        add("sub/TEST-b.xml", REPORT);
        add("readme.txt", REPORT);

        var read = read(packed());

        assertThat(read.cases()).hasSize(2);
        assertThat(read.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.isError()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../TEST-a.xml", "a/../../TEST-a.xml", "/etc/TEST-a.xml", "C:/TEST-a.xml", "a\\TEST-a.xml"})
    void refusesNamesThatLeadElsewhere(String name) throws IOException {
        add("TEST-good.xml", REPORT);
        add(name, REPORT);

        assertRefused(packed(), "leads out of the zip file");
    }

    @Test
    void refusesLinks() throws IOException {
        add("TEST-a.xml", "/etc/hostname".getBytes(StandardCharsets.UTF_8));
        var packed = packed();
        buffer(packed).putInt(central(packed) + 38, 0xA1FF << 16);

        assertRefused(packed, "is a link");
    }

    @Test
    void refusesEncryptedEntries() throws IOException {
        add("TEST-a.xml", REPORT);
        var packed = packed();
        buffer(packed).putShort(central(packed) + 8, (short) 1);

        assertRefused(packed, "is encrypted");
    }

    @Test
    void refusesEntriesThatOverlap() throws IOException {
        add("TEST-a.xml", REPORT);
        add("TEST-b.xml", REPORT);
        var packed = packed();
        var first = central(packed);
        var second = first + 46 + "TEST-a.xml".length();
        assertThat(buffer(packed).getInt(second)).isEqualTo(CENTRAL);
        buffer(packed).putInt(second + 42, 0);

        assertRefused(packed, "overlap");
    }

    @Test
    void refusesMoreEntriesThanAnyBuildWrites() throws IOException {
        for (var i = 0; i <= 10_000; i++) {
            stored("TEST-" + i + ".xml");
        }

        assertRefused(packed(), "more than 10000 entries");
    }

    @Test
    void leavesZipsInZipsPacked() throws IOException {
        for (var i = 0; i < 16; i++) {
            add("lib" + i + ".zip", new byte[1 << 20]);
        }

        var read = read(packed());

        assertThat(read.refusedAll()).isTrue();
        assertThat(read.findings()).isNotEmpty();
    }

    @Test
    void stopsWhereAnEntryUnpacksWithoutEnd() throws IOException {
        zip.putNextEntry(new ZipEntry("TEST-bomb.xml"));
        zip.write("<testsuite><testcase name=\"a\"><system-out>".getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < 32; i++) {
            zip.write("x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
        add("TEST-good.xml", REPORT);

        var read = read(packed());

        assertThat(read.cases()).hasSize(1);
        assertThat(read.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.where()).contains("TEST-bomb.xml"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 60, 100})
    void refusesAZipThatIsCutOff(int length) throws IOException {
        add("TEST-a.xml", REPORT);
        var packed = packed();

        assertThat(read(java.util.Arrays.copyOf(packed, length)).refusedAll()).isTrue();
    }

    private void add(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private void stored(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(0);
        entry.setCrc(new CRC32().getValue());
        zip.putNextEntry(entry);
        zip.closeEntry();
    }

    private byte[] packed() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    private static ByteBuffer buffer(byte[] packed) {
        return ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int central(byte[] packed) {
        return buffer(packed).getInt(packed.length - 22 + 16);
    }

    private static void assertRefused(byte[] packed, String reason) {
        var read = read(packed);
        assertThat(read.refusedAll()).isTrue();
        assertThat(read.cases()).isEmpty();
        assertThat(read.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).contains(reason));
    }

    private static ReportCollector read(byte[] packed) {
        var collector = new ReportCollector(ReportLimits.USUAL);
        collector.read(new SentFile("reports.zip", () -> new ByteArrayInputStream(packed)));
        return collector;
    }
}
