package dev.interlock.ingest.dialect;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** JUnit XML as written by Surefire and by all those who write something like it. */
final class JUnitDialect implements XmlDialect {
    private final CaseSink sink;
    private final JUnitTool tool = new JUnitTool();
    private final JUnitRepeats repeats;
    private final Deque<Suite> suites = new ArrayDeque<>();
    private @Nullable JUnitCase current;

    /** A suite that is open. */
    private record Suite(String name, @Nullable Instant at) {}

    JUnitDialect(CaseSink sink) {
        this.sink = sink;
        this.repeats = new JUnitRepeats(sink);
    }

    @Override
    public void start(XMLStreamReader reader, int depth) {
        var element = reader.getLocalName();
        tool.look(reader, element);
        if (current != null) {
            current.open(reader, element, depth);
        } else if (element.equals("testsuite")) {
            suites.push(new Suite(
                    XmlReports.attribute(reader, "name"),
                    ReportTimes.instant(XmlReports.attribute(reader, "timestamp"))));
        } else if (element.equals("testcase")) {
            current = new JUnitCase(reader, suiteName(), suiteStart(), depth);
        }
    }

    @Override
    public void finish(String element, int depth) {
        if (current == null) {
            if (element.equals("testsuite")) {
                repeats.end();
                suites.pop();
            }
        } else if (current.depth() == depth) {
            current.build(sink).ifPresent(one -> repeats.take(one, tool.repeatsFailed()));
            current = null;
        } else {
            current.close(depth);
        }
    }

    @Override
    public void text(char[] characters, int start, int length) {
        if (current != null) {
            current.text(characters, start, length);
        }
    }

    @Override
    public String kind() {
        return tool.words();
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
}
