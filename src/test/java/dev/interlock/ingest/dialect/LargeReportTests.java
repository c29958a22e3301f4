package dev.interlock.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeReportTests {

    @Test
    void readsAHundredThousandCasesWithoutKeepingThem() throws Exception {
        var count = new AtomicInteger();

        new ReportReader(ReportLimits.USUAL)
                .read("big.xml", report(100_000), one -> count.incrementAndGet(), odd -> {});

        assertThat(count).hasValue(100_000);
    }

    private static InputStream report(int cases) {
        var text = IntStream.range(0, cases)
                .mapToObj(LargeReportTests::testCase)
                .collect(Collectors.joining("", "<testsuite name='big'>", "</testsuite>"));
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String testCase(int number) {
        var failure =
                number % 10 == 0 ? "<failure message='expected &lt;1&gt; but was &lt;2&gt;'>at a.B</failure>" : "";
        return "<testcase classname='a.B" + number % 1_000 + "' name='n" + number + "' time='0.1'>" + failure
                + "</testcase>";
    }
}
