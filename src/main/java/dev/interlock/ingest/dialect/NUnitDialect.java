package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Results of NUnit 3 ({@code <test-run>}) and NUnit 2 ({@code <test-results>}). */
final class NUnitDialect extends CapturingDialect {
    private @Nullable Case current;

    private static final class Case {
        private final String className;
        private final String name;
        private final String result;
        private final String label;
        private final Duration took;
        private final @Nullable Instant at;
        private final int line;
        private final List<String> labels = new ArrayList<>();
        private String message = "";

        Case(XMLStreamReader reader) {
            var full = XmlReports.attribute(reader, "fullname");
            var own = XmlReports.attribute(reader, "name");
            var written = full.isEmpty() ? own : full;
            var method = XmlReports.attribute(reader, "classname");
            this.className = method.isEmpty() ? before(written) : method;
            this.name = written.startsWith(className + ".") && !className.isEmpty()
                    ? written.substring(className.length() + 1)
                    : own;
            this.result = XmlReports.attribute(reader, "result");
            this.label = XmlReports.attribute(reader, "label");
            var seconds = XmlReports.attribute(reader, "duration");
            this.took = ReportTimes.seconds(seconds.isEmpty() ? XmlReports.attribute(reader, "time") : seconds)
                    .orElse(Duration.ZERO);
            this.at = ReportTimes.instant(XmlReports.attribute(reader, "start-time")
                    .replaceFirst("Z$", "")
                    .strip());
            this.line = XmlReports.line(reader);
        }

        /** The class in "Shop.OrderTests.Pays(1.5)": what stands before the last dot outside the brackets. */
        private static String before(String written) {
            var bracket = written.indexOf('(');
            var dot = written.lastIndexOf('.', bracket < 0 ? written.length() : bracket);
            return dot < 0 ? "" : written.substring(0, dot);
        }
    }

    NUnitDialect(CaseSink sink) {
        super(sink);
    }

    @Override
    public void start(XMLStreamReader reader, int depth) {
        var element = reader.getLocalName();
        if (element.equals("test-case")) {
            current = new Case(reader);
        } else if (current != null && element.equals("message")) {
            text.open(depth);
        } else if (current != null && element.equals("property")) {
            var value = XmlReports.attribute(reader, "value");
            current.labels.add(value);
            current.labels.add(XmlReports.attribute(reader, "name") + "=" + value);
        } else if (current != null && element.equals("category")) {
            current.labels.add(XmlReports.attribute(reader, "name"));
        }
    }

    @Override
    public void finish(String element, int depth) {
        if (text.close(depth) && current != null && current.message.isEmpty()) {
            current.message = text.text();
        } else if (element.equals("test-case") && current != null) {
            complete(current);
            current = null;
        }
    }

    @Override
    public String kind() {
        return "NUnit";
    }

    private void complete(Case one) {
        if (one.name.isBlank()) {
            sink.refuse(one.line, "The test case has no name.", "Give it one; it was left out.");
            return;
        }
        var verdict = verdict(one);
        sink.take(ReportedCase.of(one.className, one.name, verdict, one.took, one.line)
                .startedAt(one.at)
                .because(verdict == Verdict.PASSED ? "" : one.message)
                .labelled(one.labels));
    }

    private Verdict verdict(Case one) {
        return switch (one.result) {
            case "Passed", "Success", "Warning" -> Verdict.PASSED;
            case "Failed", "Failure" -> one.label.equals("Error") ? Verdict.BROKEN : Verdict.FAILED;
            case "Error", "Cancelled", "NotRunnable" -> Verdict.BROKEN;
            case "Skipped", "Ignored", "Inconclusive" -> Verdict.SKIPPED;
            default -> sink.unknown("result", one.result, one.line);
        };
    }
}
