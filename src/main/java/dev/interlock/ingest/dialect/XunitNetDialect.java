package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Results of xUnit.net ({@code <assemblies>}), versions 2 and 3. */
final class XunitNetDialect extends CapturingDialect {
    private @Nullable Case current;

    /** A test that is open. */
    private record Case(String type, String name, String result, Duration took, List<String> labels, int line) {}

    private String message = "";

    XunitNetDialect(CaseSink sink) {
        super(sink);
    }

    @Override
    public void start(XMLStreamReader reader, int depth) {
        switch (reader.getLocalName()) {
            case "test" -> {
                current = test(reader);
                message = "";
            }
            case "message", "reason" -> text.open(depth);
            case "trait" -> {
                if (current != null) {
                    var value = XmlReports.attribute(reader, "value");
                    current.labels().add(value);
                    current.labels().add(XmlReports.attribute(reader, "name") + "=" + value);
                }
            }
            default -> {
                // assemblies and collections only count what stands in them
            }
        }
    }

    @Override
    public void finish(String element, int depth) {
        if (text.close(depth)) {
            message = text.text();
        } else if (element.equals("test") && current != null) {
            complete(current);
            current = null;
        }
    }

    @Override
    public String kind() {
        return "xUnit.net";
    }

    private static Case test(XMLStreamReader reader) {
        var type = XmlReports.attribute(reader, "type");
        var written = XmlReports.attribute(reader, "name");
        return new Case(
                type,
                !type.isEmpty() && written.startsWith(type + ".") ? written.substring(type.length() + 1) : written,
                XmlReports.attribute(reader, "result"),
                ReportTimes.seconds(XmlReports.attribute(reader, "time")).orElse(Duration.ZERO),
                new ArrayList<>(),
                XmlReports.line(reader));
    }

    private void complete(Case one) {
        if (one.name().isBlank()) {
            sink.refuse(one.line(), "The test has no name.", "Give it one; it was left out.");
            return;
        }
        var verdict = verdict(one);
        sink.take(ReportedCase.of(one.type(), one.name(), verdict, one.took(), one.line())
                .because(verdict == Verdict.PASSED ? "" : message)
                .labelled(one.labels()));
    }

    private Verdict verdict(Case one) {
        return switch (one.result()) {
            case "Pass" -> Verdict.PASSED;
            case "Fail" -> Verdict.FAILED;
            case "Skip", "NotRun" -> Verdict.SKIPPED;
            default -> sink.unknown("result", one.result(), one.line());
        };
    }
}
