package dev.interlock.ingest;

import dev.interlock.platform.Finding;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Puts cases together from the elements of one file. */
final class JUnitAssembly {
    private final String file;
    private final ReportLimits limits;
    private final Consumer<ReportedCase> cases;
    private final Consumer<Finding> findings;
    private final Deque<Suite> suites = new ArrayDeque<>();
    private @Nullable JUnitCase current;
    private int depth;

    /** A suite that is open. */
    private record Suite(String name, @Nullable Instant at) {}

    JUnitAssembly(String file, ReportLimits limits, Consumer<ReportedCase> cases, Consumer<Finding> findings) {
        this.file = file;
        this.limits = limits;
        this.cases = cases;
        this.findings = findings;
    }

    void start(XMLStreamReader reader) throws UnreadableReport {
        var line = reader.getLocation().getLineNumber();
        var element = reader.getLocalName();
        depth++;
        if (depth > limits.depth()) {
            throw refusal(line, "Elements are nested deeper than " + limits.depth() + ".", "Flatten the suites.");
        }
        if (depth == 1 && !element.equals("testsuites") && !element.equals("testsuite")) {
            throw refusal(line, "The root element is <" + element + ">, which is no JUnit report.", "Send JUnit XML.");
        }
        open(reader, element, line);
    }

    void finish(String element) {
        depth--;
        if (element.equals("testsuite") && current == null) {
            suites.pop();
        } else if (current != null && current.depth() == depth) {
            current.build(findings).ifPresent(cases);
            current = null;
        } else if (current != null) {
            current.close(depth);
        }
    }

    void text(XMLStreamReader reader) {
        if (current != null) {
            current.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /** Every element was closed, or the parser has said so already. */
    void end() throws UnreadableReport {
        if (depth != 0) {
            throw refusal(0, "The file ends in the middle.", "Send the whole file.");
        }
    }

    UnreadableReport refusal(int line, String problem, String hint) {
        return new UnreadableReport(line > 0 ? file + ", line " + line : file, problem, hint);
    }

    private void open(XMLStreamReader reader, String element, int line) {
        if (current != null) {
            current.open(reader, element, depth - 1);
        } else if (element.equals("testsuite")) {
            suites.push(new Suite(attribute(reader, "name"), ReportTimes.instant(attribute(reader, "timestamp"))));
        } else if (element.equals("testcase")) {
            current =
                    new JUnitCase(reader, suiteName(), suiteStart(), depth - 1, file + ", line " + line, limits.text());
        }
    }

    private String suiteName() {
        return suites.stream()
                .map(Suite::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private @Nullable Instant suiteStart() {
        for (var suite : suites) {
            if (suite.at() != null) {
                return suite.at();
            }
        }
        return null;
    }

    static String attribute(XMLStreamReader reader, String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }
}
