package dev.interlock.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Test reports as JUnit writes them, always the same for the same number. */
final class SeedReports {
    /** Cases of one report at most. */
    static final int MOST_CASES = 1_000;

    private static final int SERVICES = 10;
    private static final double FAILS = .02;
    private static final double USUAL_SECONDS = .4;

    private final int tests;
    private final Duration span;
    private final Instant end;

    /**
     * @param tests how many different tests there are
     * @param days how many days before the end the first report is of
     */
    SeedReports(int tests, int days, Instant end) {
        this.tests = tests;
        this.span = Duration.ofDays(days);
        this.end = end;
    }

    static List<String> services() {
        return IntStream.range(0, SERVICES).mapToObj(SeedReports::name).toList();
    }

    /** The service a report is of. */
    static String service(long number) {
        return name((int) (number % SERVICES));
    }

    /**
     * The report of this number.
     *
     * @param cases how many results it holds
     * @param share how much of the time is over by then, 0..1
     */
    String report(long number, int cases, double share) {
        var chance = new Random(number);
        var at = end.minus(span).plusMillis(Math.round(span.toMillis() * share));
        var xml = new StringBuilder(cases * 80)
                .append("<testsuite name=\"seed.Suite")
                .append(number % SERVICES)
                .append("\" tests=\"")
                .append(cases)
                .append("\" timestamp=\"")
                .append(at)
                .append("\">\n");
        for (var i = 0; i < cases; i++) {
            append(xml, (number / SERVICES * cases + i) % tests, chance);
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static void append(StringBuilder xml, long test, Random chance) {
        var seconds = USUAL_SECONDS * (1 + chance.nextGaussian() / 4);
        xml.append("<testcase classname=\"seed.Test")
                .append(test / 10)
                .append("\" name=\"case")
                .append(test)
                .append("\" time=\"")
                .append(String.format(Locale.ROOT, "%.3f", Math.max(.001, seconds)));
        if (chance.nextDouble() < FAILS) {
            xml.append("\"><failure message=\"expected 200 but was 502\"/></testcase>\n");
        } else {
            xml.append("\"/>\n");
        }
    }

    private static String name(int number) {
        return "service-" + (number + 1);
    }
}
