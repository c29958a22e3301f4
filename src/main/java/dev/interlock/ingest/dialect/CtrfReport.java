package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The Common Test Report Format, as many test tools write it by a plugin. */
final class CtrfReport {
    private final CaseSink sink;
    private String tool = "";
    private boolean hasTests;

    CtrfReport(CaseSink sink) {
        this.sink = sink;
    }

    /** Reads the object the parser stands on. */
    String read(JsonParser parser) throws UnreadableReport {
        JsonFields.each(parser, field -> {
            if (field.equals("results") && parser.currentToken() == JsonToken.START_OBJECT) {
                results(parser);
            } else {
                parser.skipChildren();
            }
        });
        if (!hasTests) {
            throw sink.refusal(
                    0,
                    "The JSON has no results with tests, so that it is no CTRF report.",
                    "Send CTRF or Cucumber JSON as the tool wrote it.");
        }
        return tool.isEmpty() ? "CTRF" : Texts.label(tool) + " (CTRF)";
    }

    private void results(JsonParser parser) {
        JsonFields.each(parser, field -> {
            if (field.equals("tests") && parser.currentToken() == JsonToken.START_ARRAY) {
                hasTests = true;
                JsonFields.items(parser, () -> test(parser));
            } else if (field.equals("tool") && parser.currentToken() == JsonToken.START_OBJECT) {
                tool(parser);
            } else {
                parser.skipChildren();
            }
        });
    }

    private void tool(JsonParser parser) {
        JsonFields.each(parser, field -> {
            if (field.equals("name")) {
                tool = JsonFields.text(parser);
            } else {
                parser.skipChildren();
            }
        });
    }

    /** One test while it is read. */
    private static final class Test {
        private String name = "";
        private String suite = "";
        private String file = "";
        private String status = "";
        private String message = "";
        private String key = "";
        private double millis;
        private boolean flaky;
        private int retries;
        private int attempts;
        private final List<String> labels = new ArrayList<>();
    }

    private void test(JsonParser parser) {
        var line = JsonReports.line(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            sink.refuse(line, "The test is no object.", "It was left out.");
            return;
        }
        var test = new Test();
        JsonFields.each(parser, field -> field(parser, field, test));
        complete(test, line);
    }

    private static void field(JsonParser parser, String field, Test test) {
        switch (field) {
            case "name" -> test.name = JsonFields.text(parser);
            case "suite" -> test.suite = String.join(" > ", JsonFields.texts(parser));
            case "filePath" -> test.file = JsonFields.text(parser);
            case "status" -> test.status = JsonFields.text(parser);
            case "message" -> test.message = JsonFields.text(parser);
            case "duration" -> test.millis = JsonFields.number(parser);
            case "retries" -> test.retries = (int) JsonFields.number(parser);
            case "flaky" -> test.flaky = parser.currentToken() == JsonToken.VALUE_TRUE;
            case "tags" -> test.labels.addAll(JsonFields.texts(parser));
            case "labels", "extra" -> labels(parser, test);
            case "retryAttempts" ->
                JsonFields.items(parser, () -> {
                    test.attempts++;
                    parser.skipChildren();
                });
            default -> parser.skipChildren();
        }
    }

    private static void labels(JsonParser parser, Test test) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        JsonFields.each(parser, name -> {
            var values = JsonFields.texts(parser);
            if (!values.isEmpty() && (name.equals("testId") || name.equals("testKey"))) {
                test.key = values.getFirst();
            }
            test.labels.addAll(values);
            values.forEach(value -> test.labels.add(name + "=" + value));
        });
    }

    private void complete(Test test, int line) {
        if (test.name.isBlank()) {
            sink.refuse(line, "The test has no name.", "Give it one; it was left out.");
            return;
        }
        var verdict = verdict(test, line);
        var took = Duration.ofNanos((long) (Math.clamp(test.millis, 0, 365.0 * 24 * 3_600_000) * 1e6));
        var tries = Math.max(1 + Math.max(0, test.retries), test.attempts);
        sink.take(ReportedCase.of(test.suite.isBlank() ? test.file : test.suite, test.name, verdict, took, line)
                .identified(test.key)
                .tried(Math.min(tries, 1_000), test.flaky)
                .because(verdict == Verdict.PASSED ? "" : test.message)
                .labelled(test.labels));
    }

    private Verdict verdict(Test test, int line) {
        return switch (test.status.toLowerCase(Locale.ROOT)) {
            case "passed" -> Verdict.PASSED;
            case "failed" -> Verdict.FAILED;
            case "skipped", "pending", "other" -> Verdict.SKIPPED;
            default -> sink.unknown("status", test.status, line);
        };
    }
}
