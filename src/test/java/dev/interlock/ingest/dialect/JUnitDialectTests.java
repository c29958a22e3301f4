package dev.interlock.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.platform.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JUnitDialectTests {
    private static final String FOLDER = "/fixtures/junit/";

    private final List<Finding> findings = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> countsWhatEveryFixtureHolds() throws IOException {
        return truth().properties().stream()
                .filter(file -> !file.getValue().has("unreadable"))
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> compare(file.getKey(), file.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> refusesCorruptFixturesNamingTheLine() throws IOException {
        return truth().properties().stream()
                .filter(file -> file.getValue().has("unreadable"))
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThatThrownBy(() -> fixture(file.getKey()))
                                .isInstanceOfSatisfying(
                                        UnreadableReport.class,
                                        e -> assertThat(e.finding().where()).contains(file.getKey() + ", line "))));
    }

    @Test
    void tellsFailuresFromErrorsAndTakesAnAssertionForAFailure() throws Exception {
        var cases = read("""
                <testsuite name="s">
                  <testcase classname="a.B" name="fails"><failure message="no"/></testcase>
                  <testcase classname="a.B" name="breaks"><error type="java.io.IOException">gone</error></testcase>
                  <testcase classname="a.B" name="asserts"><error type="java.lang.AssertionError">x: y</error></testcase>
                  <testcase classname="a.B" name="skips"><skipped/></testcase>
                </testsuite>
                """);

        assertThat(cases)
                .extracting(ReportedCase::verdict)
                .containsExactly(Verdict.FAILED, Verdict.BROKEN, Verdict.FAILED, Verdict.SKIPPED);
        assertThat(cases.get(1).message()).isEqualTo("gone");
    }

    @Test
    void countsTriesOfSurefireAndKnowsWhichCaseIsFlaky() throws Exception {
        var cases = read("""
                <testsuite>
                  <testcase classname="a.B" name="flaky"><flakyFailure message="once"/><flakyError message="twice"/></testcase>
                  <testcase classname="a.B" name="fails"><failure message="no"/><rerunFailure message="again"/></testcase>
                </testsuite>
                """);

        assertThat(cases).extracting(ReportedCase::attempts).containsExactly(3, 2);
        assertThat(cases).extracting(ReportedCase::flaky).containsExactly(true, false);
        assertThat(cases).extracting(ReportedCase::verdict).containsExactly(Verdict.PASSED, Verdict.FAILED);
    }

    @Test
    void readsTimesInEverySpellingAndSaysWhichItCannotRead() throws Exception {
        var cases = read("""
                <testsuite>
                  <testcase classname="a" name="1" time="1,234.5"/>
                  <testcase classname="a" name="2" time="0,25"/>
                  <testcase classname="a" name="3" time="soon"/>
                  <testcase classname="a" name="4"/>
                </testsuite>
                """);

        assertThat(cases)
                .extracting(ReportedCase::took)
                .containsExactly(Duration.ofMillis(1_234_500), Duration.ofMillis(250), Duration.ZERO, Duration.ZERO);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo("report.xml, line 4");
            assertThat(finding.problem()).contains("soon");
        });
    }

    @Test
    void leavesOutACaseNobodyCanName() throws Exception {
        var cases = read("<testsuite><testcase/><testcase name='known'/></testsuite>");

        assertThat(cases).extracting(ReportedCase::name).containsExactly("known");
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue());
    }

    @Test
    void neverReadsEntities() {
        assertThatThrownBy(() -> read("""
                        <!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                        <testsuite><testcase name="a"><failure>&x;</failure></testcase></testsuite>
                        """))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("document type declaration");
    }

    @Test
    void refusesOtherDocumentsNamingTheirRoot() {
        assertThatThrownBy(() -> read("<html><body/></html>"))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("<html>");
    }

    @Test
    void refusesDeepNestingLongFilesAndTextsWithoutEnd() {
        var limits = new ReportLimits(2_000, 10, 20, 1_000);

        assertThatThrownBy(() -> read("<testsuite>".repeat(21) + "</testsuite>".repeat(21), limits))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("deeper than 20");
        assertThatThrownBy(() -> read("<testsuite>" + "<a/>".repeat(1_000) + "</testsuite>", limits))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("longer than 0 MiB");
        assertThatThrownBy(() -> read("<testsuite name='" + "x".repeat(1_500) + "'/>", limits))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("text is longer");
    }

    @Test
    void collectsPropertiesOfACaseAsLabels() throws Exception {
        var cases = read("""
                <testsuite><testcase name="a"><properties><property name="path" value="checkout-pay"/></properties>
                </testcase></testsuite>
                """);

        assertThat(cases.getFirst().labels()).contains("checkout-pay");
    }

    @Test
    void takesAnIdGivenOnPurposeBeforeTheName() throws Exception {
        var cases = read("""
                <testsuite><testcase classname="a.B" name="c"><properties><property name="test_id" value="CALC-7"/></properties>
                </testcase></testsuite>
                """);

        assertThat(cases.getFirst().identity()).isEqualTo("CALC-7");
    }

    @Test
    void takesTriesOfGoForOneCaseAndRowsOfOthersForSeveral() throws Exception {
        var tries = """
                <testsuites><testsuite name="shop">%s
                  <testcase classname="shop" name="TestPay"><failure message="no"/></testcase>
                  <testcase classname="shop" name="TestPay"/>
                </testsuite></testsuites>
                """;

        var ofGo = read(tries.formatted("<properties><property name='go.version' value='go1.24'/></properties>"));
        var ofOthers = read(tries.formatted(""));

        assertThat(ofGo).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(one.attempts()).isEqualTo(2);
            assertThat(one.flaky()).isTrue();
        });
        assertThat(ofOthers).hasSize(2);
    }

    private void compare(String file, JsonNode truth) throws Exception {
        var cases = fixture(file);

        assertThat(cases).hasSize(truth.path("testcases").asInt());
        assertThat(count(cases, Verdict.PASSED)).isEqualTo(truth.path("passed").asInt());
        assertThat(count(cases, Verdict.FAILED)).isEqualTo(truth.path("failed").asInt());
        assertThat(count(cases, Verdict.BROKEN)).isEqualTo(truth.path("errored").asInt());
        assertThat(count(cases, Verdict.SKIPPED))
                .isEqualTo(truth.path("skipped").asInt());
        assertThat(cases.stream().filter(ReportedCase::flaky).count())
                .isEqualTo(truth.path("flaky_cases").asLong());
    }

    private static long count(List<ReportedCase> cases, Verdict verdict) {
        return cases.stream().filter(one -> one.verdict() == verdict).count();
    }

    private List<ReportedCase> fixture(String file) throws Exception {
        try (var in = open(file)) {
            return read(file, in, ReportLimits.USUAL);
        }
    }

    private List<ReportedCase> read(String text) throws Exception {
        return read(text, ReportLimits.USUAL);
    }

    private List<ReportedCase> read(String text, ReportLimits limits) throws Exception {
        return read("report.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits);
    }

    private List<ReportedCase> read(String file, InputStream in, ReportLimits limits) throws Exception {
        var cases = new ArrayList<ReportedCase>();
        new ReportReader(limits).read(file, in, cases::add, findings::add);
        return cases;
    }

    private static JsonNode truth() throws IOException {
        try (var in = open("TRUTH.json")) {
            return JsonMapper.builder().build().readTree(in).path("files");
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(JUnitDialectTests.class.getResourceAsStream(FOLDER + file), file);
    }
}
