package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** {@code testng-results.xml}. Configuration methods are no cases; one that failed is told. */
final class TestNgDialect extends CapturingDialect {
    private final Map<String, Integer> retried = new HashMap<>();
    private String className = "";
    private @Nullable Method current;
    private String exception = "";
    private String message = "";
    private String stack = "";

    /** A method that is open. */
    private record Method(
            String name,
            String status,
            boolean config,
            boolean retried,
            Duration took,
            @Nullable Instant at,
            List<String> parameters,
            int line) {}

    TestNgDialect(CaseSink sink) {
        super(sink);
    }

    @Override
    public void start(XMLStreamReader reader, int depth) {
        switch (reader.getLocalName()) {
            case "class" -> className = XmlReports.attribute(reader, "name");
            case "test-method" -> {
                current = method(reader);
                exception = "";
                message = "";
                stack = "";
            }
            case "exception" -> exception = XmlReports.attribute(reader, "class");
            case "value", "message", "full-stacktrace", "short-stacktrace" -> text.open(depth);
            default -> {
                // groups, reporter output and attributes say nothing about the verdict
            }
        }
    }

    @Override
    public void finish(String element, int depth) {
        if (text.close(depth)) {
            captured(element);
        } else if (element.equals("test-method") && current != null) {
            complete(current);
            current = null;
        }
    }

    @Override
    public String kind() {
        return "TestNG";
    }

    private void captured(String element) {
        switch (element) {
            case "value" -> {
                if (current != null && current.parameters().size() < 50) {
                    current.parameters().add(Texts.label(text.text()));
                }
            }
            case "message" -> message = text.text();
            default -> stack = stack.isEmpty() ? text.text() : stack;
        }
    }

    private static Method method(XMLStreamReader reader) {
        return new Method(
                XmlReports.attribute(reader, "name"),
                XmlReports.attribute(reader, "status"),
                XmlReports.attribute(reader, "is-config").equals("true"),
                XmlReports.attribute(reader, "retried").equals("true"),
                ReportTimes.millis(XmlReports.attribute(reader, "duration-ms")),
                ReportTimes.instant(XmlReports.attribute(reader, "started-at")),
                new ArrayList<>(),
                XmlReports.line(reader));
    }

    private void complete(Method method) {
        if (method.config()) {
            tellOf(method);
            return;
        }
        var name = method.parameters().isEmpty()
                ? method.name()
                : method.name() + "(" + String.join(", ", method.parameters()) + ")";
        if (name.isBlank()) {
            sink.refuse(method.line(), "The test method has no name.", "Give it one; it was left out.");
            return;
        }
        var key = className + "." + name;
        if (method.retried()) {
            retried.merge(key, 1, Integer::sum);
            return;
        }
        var before = retried.getOrDefault(key, 0);
        retried.remove(key);
        var verdict = verdict(method);
        sink.take(ReportedCase.of(className, name, verdict, method.took(), method.line())
                .tried(1 + before, before > 0 && verdict == Verdict.PASSED)
                .startedAt(method.at())
                .because(verdict == Verdict.PASSED ? "" : reason()));
    }

    private void tellOf(Method method) {
        if (method.status().equals("FAIL")) {
            sink.warn(
                    method.line(),
                    "The configuration method " + className + "." + method.name() + " failed"
                            + (reason().isEmpty() ? "." : ": " + Texts.label(reason())),
                    "Tests that need it were skipped.");
        }
    }

    private String reason() {
        var said = message.isEmpty() ? stack : message;
        return said.isEmpty() ? exception : said;
    }

    private Verdict verdict(Method method) {
        return switch (method.status()) {
            case "PASS", "SUCCESS_PERCENTAGE_FAILURE" -> Verdict.PASSED;
            case "FAIL" -> Verdict.FAILED;
            case "SKIP" -> Verdict.SKIPPED;
            default -> sink.unknown("status", method.status(), method.line());
        };
    }
}
