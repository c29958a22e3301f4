package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Cucumber JSON. A scenario is a case; its verdict is the worst of its steps and hooks, those of the background before it
 * included.
 */
final class CucumberReport {
    /** From the worst to the best. */
    private static final Map<String, Integer> WORST = Map.of(
            "failed", 7,
            "ambiguous", 6,
            "undefined", 5,
            "pending", 4,
            "skipped", 3,
            "unknown", 2,
            "passed", 1);

    private final CaseSink sink;

    CucumberReport(CaseSink sink) {
        this.sink = sink;
    }

    /** A feature while it is read; its name may come after its scenarios. */
    private static final class Feature {
        private String name = "";
        private String uri = "";
        private final List<String> tags = new ArrayList<>();
        private final List<Scenario> scenarios = new ArrayList<>();
    }

    /** A scenario or a background while it is read. */
    private static final class Scenario {
        private String name = "";
        private String keyword = "";
        private String type = "";
        private String status = "passed";
        private String message = "";
        private long nanos;
        private int line;
        private final List<String> tags = new ArrayList<>();

        boolean isBackground() {
            return type.equals("background") || (type.isEmpty() && keyword.equals("Background"));
        }

        void met(String status, long nanos, String message) {
            this.nanos += Math.max(0, nanos);
            if (rank(status) > rank(this.status)) {
                this.status = status;
                this.message = message;
            }
        }

        private static int rank(String status) {
            return WORST.getOrDefault(status, 2);
        }
    }

    /** One result of a step or hook while it is read. */
    private static final class Step {
        private String status = "";
        private String message = "";
        private String name = "";
        private long nanos;
    }

    /** Reads the array the parser stands on. */
    void read(JsonParser parser) throws UnreadableReport {
        var line = JsonReports.line(parser);
        var strange = new int[1];
        JsonFields.items(parser, () -> {
            if (!feature(parser)) {
                strange[0]++;
            }
        });
        if (strange[0] > 0) {
            throw sink.refusal(
                    line,
                    strange[0] + " entries of the array are no features, so that it is no Cucumber report.",
                    "Send Cucumber JSON as the tool wrote it.");
        }
    }

    private boolean feature(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        var feature = new Feature();
        var known = new boolean[1];
        JsonFields.each(parser, field -> {
            known[0] |= field.equals("elements") || field.equals("uri") || field.equals("keyword");
            field(parser, field, feature);
        });
        if (known[0]) {
            complete(feature);
        }
        return known[0];
    }

    private static void field(JsonParser parser, String field, Feature feature) {
        switch (field) {
            case "name" -> feature.name = JsonFields.text(parser);
            case "uri" -> feature.uri = JsonFields.text(parser);
            case "tags" -> tags(parser, feature.tags);
            case "elements" -> JsonFields.items(parser, () -> feature.scenarios.add(scenario(parser)));
            default -> parser.skipChildren();
        }
    }

    private static Scenario scenario(JsonParser parser) {
        var scenario = new Scenario();
        scenario.line = JsonReports.line(parser);
        JsonFields.each(parser, field -> {
            switch (field) {
                case "name" -> scenario.name = JsonFields.text(parser);
                case "keyword" -> scenario.keyword = JsonFields.text(parser).strip();
                case "type" -> scenario.type = JsonFields.text(parser);
                case "tags" -> tags(parser, scenario.tags);
                case "steps", "before", "after" -> JsonFields.items(parser, () -> step(parser, scenario));
                default -> parser.skipChildren();
            }
        });
        return scenario;
    }

    private static void step(JsonParser parser, Scenario scenario) {
        var step = new Step();
        JsonFields.each(parser, field -> {
            switch (field) {
                case "name" -> step.name = JsonFields.text(parser);
                case "result" -> result(parser, step);
                case "before", "after" -> JsonFields.items(parser, () -> step(parser, scenario));
                default -> parser.skipChildren();
            }
        });
        if (!step.status.isEmpty()) {
            scenario.met(step.status, step.nanos, step.message.isEmpty() ? step.name : step.message);
        }
    }

    private static void result(JsonParser parser, Step step) {
        JsonFields.each(parser, field -> {
            switch (field) {
                case "status" -> step.status = JsonFields.text(parser).toLowerCase(Locale.ROOT);
                case "duration" -> step.nanos = (long) JsonFields.number(parser);
                case "error_message" -> step.message = JsonFields.text(parser);
                default -> parser.skipChildren();
            }
        });
    }

    private static void tags(JsonParser parser, List<String> tags) {
        JsonFields.items(parser, () -> {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                JsonFields.each(parser, field -> {
                    if (field.equals("name")) {
                        tags.add(JsonFields.text(parser));
                    } else {
                        parser.skipChildren();
                    }
                });
            } else {
                tags.add(JsonFields.text(parser));
            }
        });
    }

    private void complete(Feature feature) {
        var background = new Scenario();
        for (var scenario : feature.scenarios) {
            if (scenario.isBackground()) {
                background = scenario;
            } else {
                scenario.met(background.status, background.nanos, background.message);
                complete(feature, scenario);
            }
        }
    }

    private void complete(Feature feature, Scenario scenario) {
        var name = scenario.name.isBlank() ? scenario.keyword : scenario.name;
        if (name.isBlank()) {
            sink.refuse(scenario.line, "The scenario has no name.", "Give it one; it was left out.");
            return;
        }
        var labels = new ArrayList<>(feature.tags);
        labels.addAll(scenario.tags);
        var verdict = verdict(scenario.status);
        sink.take(ReportedCase.of(
                        feature.name.isBlank() ? feature.uri : feature.name,
                        name,
                        verdict,
                        Duration.ofNanos(scenario.nanos),
                        scenario.line)
                .because(verdict == Verdict.PASSED ? "" : reason(scenario))
                .labelled(labels));
    }

    private static String reason(Scenario scenario) {
        return switch (scenario.status) {
            case "undefined" -> "No step definition: " + scenario.message;
            case "ambiguous" -> "Several step definitions: " + scenario.message;
            default -> scenario.message;
        };
    }

    private static Verdict verdict(String status) {
        return switch (status) {
            case "passed" -> Verdict.PASSED;
            case "failed" -> Verdict.FAILED;
            case "ambiguous", "undefined" -> Verdict.BROKEN;
            default -> Verdict.SKIPPED;
        };
    }
}
