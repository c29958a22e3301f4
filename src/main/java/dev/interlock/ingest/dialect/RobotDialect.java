package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** {@code output.xml} of Robot Framework, before and after version 7. */
final class RobotDialect extends CapturingDialect {
    private final Deque<String> suites = new ArrayDeque<>();
    private @Nullable Case current;

    private static final class Case {
        private final String name;
        private final int depth;
        private final int line;
        private final List<String> labels = new ArrayList<>();
        private String status = "";
        private String message = "";
        private Duration took = Duration.ZERO;
        private @Nullable Instant at;

        Case(String name, int depth, int line) {
            this.name = name;
            this.depth = depth;
            this.line = line;
        }

        void status(XMLStreamReader reader) {
            status = XmlReports.attribute(reader, "status");
            var elapsed = XmlReports.attribute(reader, "elapsed");
            if (elapsed.isEmpty()) {
                at = ReportTimes.robot(XmlReports.attribute(reader, "starttime"));
                var end = ReportTimes.robot(XmlReports.attribute(reader, "endtime"));
                took = at == null || end == null || end.isBefore(at) ? Duration.ZERO : Duration.between(at, end);
            } else {
                at = ReportTimes.instant(XmlReports.attribute(reader, "start"));
                took = ReportTimes.seconds(elapsed).orElse(Duration.ZERO);
            }
        }
    }

    RobotDialect(CaseSink sink) {
        super(sink);
    }

    @Override
    public void start(XMLStreamReader reader, int depth) {
        var element = reader.getLocalName();
        var own = current != null && depth == current.depth + 1;
        if (element.equals("suite")) {
            suites.push(XmlReports.attribute(reader, "name"));
        } else if (element.equals("test")) {
            current = new Case(XmlReports.attribute(reader, "name"), depth, XmlReports.line(reader));
        } else if (current != null && own && element.equals("status")) {
            current.status(reader);
            text.open(depth);
        } else if (current != null && element.equals("tag")) {
            text.open(depth);
        }
    }

    @Override
    public void finish(String element, int depth) {
        if (text.close(depth)) {
            captured(element);
        } else if (element.equals("suite")) {
            suites.pop();
        } else if (current != null && current.depth == depth) {
            complete(current);
            current = null;
        }
    }

    @Override
    public String kind() {
        return "Robot Framework";
    }

    private void captured(String element) {
        if (current != null && element.equals("tag")) {
            current.labels.add(text.text());
        } else if (current != null) {
            current.message = text.text();
        }
    }

    private void complete(Case one) {
        if (one.name.isBlank()) {
            sink.refuse(one.line, "The test has no name.", "Give it one; it was left out.");
            return;
        }
        var path = suites.reversed().stream().collect(Collectors.joining("."));
        var verdict = verdict(one);
        sink.take(ReportedCase.of(path, one.name, verdict, one.took, one.line)
                .startedAt(one.at)
                .because(verdict == Verdict.PASSED ? "" : one.message)
                .labelled(one.labels));
    }

    private Verdict verdict(Case one) {
        return switch (one.status) {
            case "PASS" -> Verdict.PASSED;
            case "FAIL" -> Verdict.FAILED;
            case "SKIP", "NOT RUN", "NOT_RUN" -> Verdict.SKIPPED;
            default -> sink.unknown("status", one.status, one.line);
        };
    }
}
