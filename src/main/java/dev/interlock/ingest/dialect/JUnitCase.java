package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One case that is being read. */
final class JUnitCase {
    private static final Set<String> TRIES = Set.of("flakyFailure", "flakyError", "rerunFailure", "rerunError");
    private static final Set<String> NOT_RUN = Set.of("disabled", "notrun", "skipped", "ignored", "suppressed");
    private static final Set<String> IDS =
            Set.of("test_id", "testId", "test_key", "testCaseId", "test_case_id", "interlock.test");

    private final String suite;
    private final @Nullable Instant suiteStart;
    private final int depth;
    private final String className;
    private final String name;
    private final String time;
    private final String status;
    private final int line;
    private final JUnitFault fault = new JUnitFault();
    private final List<String> labels = new ArrayList<>();
    private String id = "";
    private boolean skipped;
    private int flakyTries;
    private int furtherTries;

    JUnitCase(XMLStreamReader reader, String suite, @Nullable Instant suiteStart, int depth) {
        this.suite = Texts.name(suite);
        this.suiteStart = suiteStart;
        this.depth = depth;
        line = XmlReports.line(reader);
        var written = XmlReports.attribute(reader, "classname");
        className = Texts.name(written.isBlank() ? XmlReports.attribute(reader, "class") : written);
        name = Texts.name(XmlReports.attribute(reader, "name"));
        time = XmlReports.attribute(reader, "time");
        status = XmlReports.attribute(reader, "status") + XmlReports.attribute(reader, "result");
    }

    /** The depth of its element. */
    int depth() {
        return depth;
    }

    void open(XMLStreamReader reader, String element, int at) {
        if (at == depth + 1) {
            child(reader, element, at);
        } else if (element.equals("property")) {
            property(XmlReports.attribute(reader, "name"), XmlReports.attribute(reader, "value"));
        }
    }

    private void property(String property, String value) {
        if (IDS.contains(property) && !value.isBlank()) {
            id = value;
        }
        labels.add(value);
        labels.add(property + "=" + value);
    }

    void close(int at) {
        fault.close(at);
    }

    void text(char[] characters, int start, int length) {
        fault.text(characters, start, length);
    }

    /** The whole case; empty when it says neither name nor class and so is nobody's. */
    Optional<ReportedCase> build(CaseSink sink) {
        if (name.isBlank() && className.isBlank()) {
            sink.refuse(line, "The case has neither a name nor a class.", "Give it a name attribute; it was left out.");
            return Optional.empty();
        }
        var verdict = verdict();
        var type = className.isBlank() ? suite : className;
        return Optional.of(ReportedCase.of(type, name.isBlank() ? className : name, verdict, took(sink), line)
                .identified(id)
                .tried(1 + flakyTries + furtherTries, flakyTries > 0 && verdict == Verdict.PASSED)
                .didNotRun(notRun(sink))
                .startedAt(suiteStart)
                .because(fault.message())
                .labelled(labels));
    }

    private void child(XMLStreamReader reader, String element, int at) {
        switch (element) {
            case "failure" -> fault.open(reader, at, false);
            case "error" -> fault.open(reader, at, true);
            case "skipped", "ignored" -> skipped = true;
            case "tags", "tag" -> labels.add(XmlReports.attribute(reader, "value"));
            default -> countTry(element);
        }
    }

    private void countTry(String element) {
        if (TRIES.contains(element)) {
            if (element.startsWith("flaky")) {
                flakyTries++;
            } else {
                furtherTries++;
            }
        }
    }

    private Verdict verdict() {
        return fault.verdict().orElse(skipped ? Verdict.SKIPPED : Verdict.PASSED);
    }

    private Duration took(CaseSink sink) {
        var read = ReportTimes.seconds(time);
        if (read.isEmpty() && !time.isBlank()) {
            sink.warn(line, "The time \"" + Texts.label(time) + "\" is no number of seconds.", "It counts as 0 s.");
        }
        return read.orElse(Duration.ZERO);
    }

    private boolean notRun(CaseSink sink) {
        var says = !skipped && fault.verdict().isEmpty() && NOT_RUN.contains(status.toLowerCase(Locale.ROOT));
        if (says) {
            sink.warn(
                    line,
                    "The status is \"" + Texts.label(status) + "\" although no <skipped> says so.",
                    "It counts as passed, as in the report, but verifies no path.");
        }
        return says;
    }
}
