package dev.interlock.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ingest.dialect.FixtureReports.Read;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.platform.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OtherDialectsTests {

    @TestFactory
    Stream<DynamicTest> countsWhatEveryCtrfFixtureHolds() throws IOException {
        return readable("ctrf", (read, truth) -> {
            assertThat(read.kind()).isEqualTo(truth.path("tool").asString() + " (CTRF)");
            assertThat(read.cases()).hasSize(truth.path("tests").asInt());
            var status = truth.path("by_status");
            assertThat(read.count(Verdict.PASSED))
                    .isEqualTo(status.path("passed").asInt());
            assertThat(read.count(Verdict.FAILED))
                    .isEqualTo(status.path("failed").asInt());
            assertThat(read.count(ReportedCase::flaky))
                    .isEqualTo(truth.path("flaky").asInt());
            assertThat(read.count(one -> one.attempts() > 1))
                    .isEqualTo(truth.path("with_retries").asInt());
        });
    }

    @TestFactory
    Stream<DynamicTest> countsWhatEveryCucumberFixtureHolds() throws IOException {
        return readable("cucumber", (read, truth) -> {
            assertThat(read.kind()).isEqualTo("Cucumber JSON");
            assertThat(read.cases()).hasSize(truth.path("scenarios").asInt());
            var status = truth.path("scenario_status_worst_of_steps_and_hooks");
            assertThat(read.count(Verdict.PASSED))
                    .isEqualTo(status.path("passed").asInt());
            assertThat(read.count(Verdict.FAILED))
                    .isEqualTo(status.path("failed").asInt());
            assertThat(read.count(Verdict.BROKEN))
                    .isEqualTo(status.path("ambiguous").asInt()
                            + status.path("undefined").asInt());
            assertThat(read.count(Verdict.SKIPPED))
                    .isEqualTo(status.path("pending").asInt()
                            + status.path("skipped").asInt());
        });
    }

    @TestFactory
    Stream<DynamicTest> countsWhatEveryTestNgFixtureHolds() throws IOException {
        return readable("testng", (read, truth) -> {
            assertThat(read.kind()).isEqualTo("TestNG");
            assertThat(read.cases()).hasSize(truth.path("tests").asInt());
            var status = truth.path("by_status");
            assertThat(read.count(Verdict.PASSED)).isEqualTo(status.path("PASS").asInt());
            assertThat(read.count(Verdict.FAILED)).isEqualTo(status.path("FAIL").asInt());
            assertThat(read.count(Verdict.SKIPPED))
                    .isEqualTo(status.path("SKIP").asInt());
            assertThat(read.count(one -> one.name().endsWith(")")))
                    .isEqualTo(truth.path("with_params").asInt());
            assertThat(read.findings())
                    .hasSize(truth.path("config_by_status").path("FAIL").asInt());
        });
    }

    @TestFactory
    Stream<DynamicTest> countsWhatEveryTrxFixtureHolds() throws IOException {
        return readable("trx", (read, truth) -> {
            assertThat(read.kind()).isEqualTo("TRX");
            assertThat(read.cases()).hasSize(truth.path("results").asInt());
            var outcome = truth.path("by_outcome");
            assertThat(read.count(Verdict.PASSED))
                    .isEqualTo(outcome.path("Passed").asInt());
            assertThat(read.count(Verdict.FAILED))
                    .isEqualTo(outcome.path("Failed").asInt());
            assertThat(read.count(Verdict.SKIPPED))
                    .isEqualTo(outcome.path("NotExecuted").asInt());
        });
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> FixtureReports.fixture("cucumber", "multiple-cucumber-html-reporter--empty_json.json"))
                .isInstanceOf(UnreadableReport.class)
                .hasMessage("The file is empty.");
    }

    @Test
    void findsTheClassOfATrxResultInItsDefinition() throws Exception {
        var read = FixtureReports.fixture("trx", "test-reporter--dotnet-xunitv3.trx");

        assertThat(read.cases().getFirst().className()).isEqualTo("DotnetTests.XUnitV3Tests.FixtureTests");
        assertThat(read.cases().getFirst().name()).isEqualTo("Failing_Test");
        assertThat(read.cases().getFirst().took()).isEqualTo(Duration.ofNanos(17_054_500));
        assertThat(read.cases().getFirst().message()).isEqualTo("Assert.Null() Failure: Value is not null");
    }

    @Test
    void takesTriesOfTestNgForAttempts() throws Exception {
        var read = FixtureReports.text("""
                <testng-results><suite name="s"><test name="t"><class name="a.B">
                  <test-method status="SKIP" name="pays" retried="true" duration-ms="5"/>
                  <test-method status="PASS" name="pays" duration-ms="7"/>
                </class></test></suite></testng-results>
                """);

        assertThat(read.cases()).singleElement().satisfies(one -> {
            assertThat(one.identity()).isEqualTo("a.B.pays");
            assertThat(one.attempts()).isEqualTo(2);
            assertThat(one.flaky()).isTrue();
            assertThat(one.took()).isEqualTo(Duration.ofMillis(7));
        });
    }

    @Test
    void readsNUnit() throws Exception {
        var read = FixtureReports.text("""
                <test-run id="2" testcasecount="4"><test-suite type="Assembly"><test-suite type="TestFixture">
                  <test-case fullname="Shop.OrderTests.Pays(1.5)" name="Pays(1.5)" classname="Shop.OrderTests" result="Passed" duration="0.25">
                    <properties><property name="Category" value="checkout-pay"/></properties></test-case>
                  <test-case fullname="Shop.OrderTests.Fails" name="Fails" result="Failed"><failure><message>no
                    way</message></failure></test-case>
                  <test-case fullname="Shop.OrderTests.Breaks" name="Breaks" result="Failed" label="Error"/>
                  <test-case fullname="Shop.OrderTests.Waits" name="Waits" result="Skipped"><reason><message>later</message></reason></test-case>
                </test-suite></test-suite></test-run>
                """);

        assertThat(read.kind()).isEqualTo("NUnit");
        assertThat(read.cases())
                .extracting(ReportedCase::identity)
                .containsExactly(
                        "Shop.OrderTests.Pays(1.5)",
                        "Shop.OrderTests.Fails",
                        "Shop.OrderTests.Breaks",
                        "Shop.OrderTests.Waits");
        assertThat(read.cases())
                .extracting(ReportedCase::verdict)
                .containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.BROKEN, Verdict.SKIPPED);
        assertThat(read.cases().getFirst().labels()).contains("checkout-pay");
        assertThat(read.cases().get(1).message()).isEqualTo("no");
    }

    @Test
    void readsXunitNet() throws Exception {
        var read = FixtureReports.text("""
                <assemblies><assembly name="shop.dll"><collection>
                  <test name="Shop.OrderTests.Pays" type="Shop.OrderTests" method="Pays" result="Pass" time="0.5"/>
                  <test name="Shop.OrderTests.Fails" type="Shop.OrderTests" result="Fail"><failure><message>no</message></failure></test>
                  <test name="Shop.OrderTests.Waits" type="Shop.OrderTests" result="Skip"><reason>later</reason></test>
                </collection></assembly></assemblies>
                """);

        assertThat(read.kind()).isEqualTo("xUnit.net");
        assertThat(read.cases())
                .extracting(ReportedCase::verdict)
                .containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED);
        assertThat(read.cases().get(1).message()).isEqualTo("no");
    }

    @Test
    void readsRobotOfBothAges() throws Exception {
        var read = FixtureReports.text("""
                <robot generator="Robot 7.0"><suite name="Shop"><suite name="Orders">
                  <test name="Pays"><kw name="Log"><status status="PASS"/></kw><tag>checkout-pay</tag>
                    <status status="PASS" start="2024-02-29T12:00:00" elapsed="1.5"/></test>
                  <test name="Fails"><status status="FAIL" starttime="20240229 12:00:00.000" endtime="20240229 12:00:02.000">no</status></test>
                </suite></suite></robot>
                """);

        assertThat(read.kind()).isEqualTo("Robot Framework");
        assertThat(read.cases())
                .extracting(ReportedCase::identity)
                .containsExactly("Shop.Orders.Pays", "Shop.Orders.Fails");
        assertThat(read.cases())
                .extracting(ReportedCase::took)
                .containsExactly(Duration.ofMillis(1_500), Duration.ofSeconds(2));
        assertThat(read.cases().get(0).labels()).contains("checkout-pay");
        assertThat(read.cases().get(1).message()).isEqualTo("no");
    }

    @Test
    void aFailedBackgroundFailsItsScenarioThoughTheNameOfTheFeatureComesLast() throws Exception {
        var read = FixtureReports.text("""
                [{"elements": [
                   {"type": "background", "steps": [{"result": {"status": "failed", "error_message": "no database"}}]},
                   {"type": "scenario", "name": "pays", "steps": [{"result": {"status": "skipped", "duration": 1000000}}]}],
                  "uri": "a.feature", "name": "Checkout"}]
                """);

        assertThat(read.cases()).singleElement().satisfies(one -> {
            assertThat(one.identity()).isEqualTo("Checkout.pays");
            assertThat(one.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(one.message()).isEqualTo("no database");
        });
    }

    @Test
    void leavesOutACtrfTestWithoutANameAndKeepsTheOthers() throws Exception {
        var read = FixtureReports.text("""
                {"results": {"tests": [{"status": "passed", "duration": 1}, 7, {"name": "pays", "status": "odd"}]}}
                """);

        assertThat(read.cases()).extracting(ReportedCase::name).containsExactly("pays");
        assertThat(read.findings().stream().filter(Finding::isError)).hasSize(2);
        assertThat(read.findings())
                .last()
                .satisfies(one -> assertThat(one.problem()).contains("odd"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"results": {"tool": {}}}      | no results with tests
            {"tests": []}                  | no results with tests
            [{"a": 1}, {"b": 2}]           | 2 entries of the array are no features
            {"results": {"tests": [        | not well-formed JSON
            [] []                          | Something follows
            hello                          | neither XML nor JSON
            <html/>                        | root element is <html>
            <testsuite                     | not well-formed XML
            """)
    void refusesWhatIsNoReportWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> FixtureReports.text(text))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesJsonThatIsNestedTooDeep() {
        assertThatThrownBy(() -> FixtureReports.text("{\"results\": " + "[".repeat(5_000)))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("longer or deeper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF<testsuite name='s'><testcase name='a'/></testsuite>",
                "\n\n {\"results\":{\"tests\":[{\"name\":\"a\",\"status\":\"passed\"}]}}"
            })
    void skipsAMarkAndWhiteSpaceBeforeAReport(String text) throws Exception {
        assertThat(FixtureReports.text(text).cases()).hasSize(1);
    }

    @Test
    void readsThroughGzip() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("<testsuite><testcase name='a'/></testsuite>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(FixtureReports.read("a.gz", new ByteArrayInputStream(packed.toByteArray()))
                        .cases())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pays[chrome],pays",
        "pays(1) [2],pays",
        "pays with data set #3,pays",
        "pays,pays",
        "[only],[only]",
        "a[1] b,a[1] b"
    })
    void leavesParametersOut(String name, String bare) {
        var one = ReportedCase.of("a.B", name, Verdict.PASSED, Duration.ZERO, 1);

        assertThat(one.withoutParameters().name()).isEqualTo(bare);
    }

    /** Compares what was read with what is known. */
    private interface Comparison {
        void check(Read read, JsonNode truth);
    }

    private static Stream<DynamicTest> readable(String folder, Comparison comparison) throws IOException {
        return FixtureReports.truth(folder)
                .filter(file -> !file.getValue().has("unreadable"))
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> comparison.check(FixtureReports.fixture(folder, file.getKey()), file.getValue())));
    }
}
