package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * TRX, the report of Visual Studio and {@code dotnet test}. The class of a result stands in its definition, which comes
 * later in the file, so that cases are given at its end.
 */
final class TrxDialect extends CapturingDialect {
    private final List<Result> results = new ArrayList<>();
    private final Deque<Result> open = new ArrayDeque<>();
    private final Map<String, String> classes = new HashMap<>();
    private String definition = "";

    private static final class Result {
        private final String test;
        private final String name;
        private final String outcome;
        private final Duration took;
        private final @Nullable Instant at;
        private final int line;
        private final int depth;
        private String message = "";

        Result(XMLStreamReader reader, int depth) {
            this.test = XmlReports.attribute(reader, "testId");
            this.name = XmlReports.attribute(reader, "testName");
            this.outcome = XmlReports.attribute(reader, "outcome");
            this.took = ReportTimes.clock(XmlReports.attribute(reader, "duration"));
            this.at = ReportTimes.instant(XmlReports.attribute(reader, "startTime"));
            this.line = XmlReports.line(reader);
            this.depth = depth;
        }
    }

    TrxDialect(CaseSink sink) {
        super(sink);
    }

    @Override
    public void start(XMLStreamReader reader, int depth) {
        var element = reader.getLocalName();
        if (element.endsWith("Result")
                && !XmlReports.attribute(reader, "testName").isEmpty()) {
            open.push(new Result(reader, depth));
        } else if (element.equals("UnitTest")) {
            definition = XmlReports.attribute(reader, "id");
        } else if (element.equals("TestMethod")) {
            classes.put(definition, XmlReports.attribute(reader, "className"));
        } else if (element.equals("Message") && !open.isEmpty()) {
            text.open(depth);
        }
    }

    @Override
    public void finish(String element, int depth) {
        var current = open.peek();
        if (text.close(depth) && current != null && current.message.isEmpty()) {
            current.message = text.text();
        } else if (current != null && current.depth == depth) {
            results.add(open.pop());
        } else if (depth == 1) {
            results.forEach(this::complete);
        }
    }

    @Override
    public String kind() {
        return "TRX";
    }

    private void complete(Result result) {
        if (result.outcome.isEmpty()) {
            sink.refuse(result.line, "The result has no outcome.", "Let the tests end; it was left out.");
            return;
        }
        // assembly-qualified in old files: "Shop.Orders, Shop, Version=1.0"
        var type = classes.getOrDefault(result.test, "").split(",", 2)[0].strip();
        var name = !type.isEmpty() && result.name.startsWith(type + ".")
                ? result.name.substring(type.length() + 1)
                : result.name;
        var verdict = verdict(result);
        sink.take(ReportedCase.of(type, name, verdict, result.took, result.line)
                .startedAt(result.at)
                .because(verdict == Verdict.PASSED ? "" : result.message));
    }

    private Verdict verdict(Result result) {
        return switch (result.outcome) {
            case "Passed", "PassedButRunAborted", "Warning", "Completed" -> Verdict.PASSED;
            case "Failed" -> Verdict.FAILED;
            case "Error", "Timeout", "Aborted", "Disconnected" -> Verdict.BROKEN;
            case "NotExecuted", "Inconclusive", "NotRunnable", "Pending", "InProgress" -> Verdict.SKIPPED;
            default -> sink.unknown("outcome", result.outcome, result.line);
        };
    }
}
