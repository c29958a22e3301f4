package dev.interlock.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ingest.dialect.FixtureReports.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files nobody sends in good faith. */
@Timeout(10)
class HostileReportsTests {
    private static final String CASE = "<testsuite><testcase classname=\"a.B\" name=\"%s\"/></testsuite>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><testsuite><testcase name=\"&x;\"/></testsuite>",
                "<!DOCTYPE t SYSTEM \"http://127.0.0.1:1/t.dtd\"><testsuite><testcase name=\"a\"/></testsuite>",
                "<!DOCTYPE t [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]><testsuite/>",
                "<!DOCTYPE t [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><testsuite><testcase name=\"&b;\"/></testsuite>",
                "<testsuite><testcase name=\"&unknown;\"/></testsuite>"
            })
    void readsNoEntitiesAndNoDocumentTypes(String report) {
        assertThatThrownBy(() -> FixtureReports.text(report)).isInstanceOf(UnreadableReport.class);
    }

    @Test
    void neverShowsWhatAnEntityNames(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "do-not-read-me");
        var report = "<!DOCTYPE t [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<testsuite><testcase name=\"a\"><failure>&x;</failure></testcase></testsuite>";

        assertThatThrownBy(() -> FixtureReports.text(report))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageNotContaining("do-not-read-me");
    }

    @Test
    void stopsAtLongEntityDefinitionsBeforeTheyAreUsed() {
        var report = "<!DOCTYPE t [<!ENTITY a \"" + "x".repeat(100_000) + "\">]><testsuite><testcase name=\""
                + "&a;".repeat(10_000) + "\"/></testsuite>";

        assertThatThrownBy(() -> FixtureReports.text(report)).isInstanceOf(UnreadableReport.class);
    }

    @Test
    void stopsAtElementsNestedTenThousandDeep() {
        assertThatThrownBy(() -> FixtureReports.text("<testsuite>".repeat(10_000)))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void stopsInAnAttributeThatDoesNotEnd() {
        var endless = new SequenceInputStream(
                new ByteArrayInputStream("<testsuite><testcase name=\"".getBytes(StandardCharsets.UTF_8)),
                endless('x'));

        assertThatThrownBy(() -> FixtureReports.read("endless.xml", endless))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("longer than 16 MiB");
    }

    @Test
    void stopsInAnElementWithEndlessAttributes() {
        var attributes = new StringBuilder("<testsuite><testcase name=\"a\"");
        for (var i = 0; i < 20_000; i++) {
            attributes.append(" a").append(i).append("=\"1\"");
        }

        assertThatThrownBy(() -> FixtureReports.text(attributes + "/></testsuite>"))
                .isInstanceOf(UnreadableReport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":", "[{\"elements\":[", "{\"results\":{\"tests\":[{\"extra\":"})
    void stopsAtDeepJson(String lead) {
        assertThatThrownBy(() -> FixtureReports.text(lead + "[".repeat(100_000)))
                .isInstanceOf(UnreadableReport.class);
    }

    @Test
    void stopsAtAJsonTextOfThirtyMebibytes() {
        var report = ctrf("\"name\":\"" + "x".repeat(30 << 20) + "\"");

        assertThatThrownBy(() -> FixtureReports.text(report)).isInstanceOf(UnreadableReport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"duration\":NaN", "\"duration\":Infinity", "\"name\":\"a\\u00\"", "\"name\":'a'"})
    void refusesWhatOnlyLooksLikeJson(String field) {
        assertThatThrownBy(() -> FixtureReports.text(ctrf(field))).isInstanceOf(UnreadableReport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400000", "-5", "9223372036854775808", "1e308"})
    void takesNumbersBeyondSenseForBounds(String number) throws Exception {
        var read = FixtureReports.text(ctrf("\"name\":\"a\",\"status\":\"passed\",\"duration\":" + number));

        assertThat(read.cases())
                .singleElement()
                .satisfies(one -> assertThat(one.took()).isBetween(Duration.ZERO, Duration.ofDays(366)));
    }

    @Test
    void replacesWhatNoDatabaseKeeps() throws Exception {
        var read = FixtureReports.text(
                ctrf(
                        "\"name\":\"a\\u0000b\\ud800c\",\"status\":\"failed\",\"message\":\"x\\u0000y\\udc00\",\"tags\":[\"t\\u0000\"]"));

        var one = read.cases().getFirst();
        assertThat(one.name()).isEqualTo("a b\uFFFDc");
        assertThat(one.message()).isEqualTo("x y\uFFFD");
        assertThat(one.labels()).containsExactly("t");
    }

    @Test
    void keepsNamesThatAreOddButHarmless() throws Exception {
        for (var name : List.of(
                "\u202Ereversed", "zero\u200Bwidth", "👩‍👩‍👧", "a" + "\u0301".repeat(500), "../../etc", "=1+1")) {
            assertThat(read(CASE.formatted(name)).cases().getFirst().name()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsXmlWithAMarkOfItsEncoding(String encoding) throws Exception {
        var text = "\uFEFF" + CASE.formatted("ä");

        var read =
                FixtureReports.read("marked.xml", new ByteArrayInputStream(text.getBytes(Charset.forName(encoding))));

        assertThat(read.cases()).extracting(ReportedCase::name).containsExactly("ä");
    }

    @Test
    void refusesUtf8ThatIsLongerThanItNeedsToBe() {
        var bytes = CASE.formatted("??").getBytes(StandardCharsets.UTF_8);
        var at = CASE.indexOf("%s");
        bytes[at] = (byte) 0xC0;
        bytes[at + 1] = (byte) 0xAF;

        assertThatThrownBy(() -> FixtureReports.read("overlong.xml", new ByteArrayInputStream(bytes)))
                .isInstanceOf(UnreadableReport.class);
    }

    @Test
    void stopsInAGzipBomb() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bomb)) {
            out.write("<testsuite><testcase name=\"".getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 64; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        assertThatThrownBy(() -> FixtureReports.read("bomb.gz", new ByteArrayInputStream(bomb.toByteArray())))
                .isInstanceOf(UnreadableReport.class);
    }

    @Test
    void refusesGzipInGzipWithoutEnd() throws IOException {
        var packed = CASE.formatted("a").getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 50; i++) {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(packed);
            }
            packed = out.toByteArray();
        }
        var deep = packed;

        assertThatThrownBy(() -> FixtureReports.read("deep.gz", new ByteArrayInputStream(deep)))
                .isInstanceOf(UnreadableReport.class);
    }

    private static Read read(String report) throws Exception {
        return FixtureReports.text(report);
    }

    private static String ctrf(String fields) {
        return "{\"results\":{\"tool\":{\"name\":\"t\"},\"tests\":[{" + fields + "}]}}";
    }

    private static InputStream endless(char letter) {
        return new InputStream() {
            @Override
            public int read() {
                return letter;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) letter);
                return length;
            }
        };
    }
}
