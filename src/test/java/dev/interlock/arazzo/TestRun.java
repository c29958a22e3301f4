package dev.interlock.arazzo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a workflow named {@code main} against answers given beforehand, in a time that only pauses move. */
final class TestRun implements HttpTransport {
    final List<HttpCall> calls = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final List<Duration> timeouts = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    TestRun answers(Object... next) {
        answers.addAll(List.of(next));
        return this;
    }

    static String document(String workflows) {
        return """
                arazzo: 1.1.0
                info: {title: Shop, version: "1"}
                sourceDescriptions:
                  - {name: shop, url: shop.yaml, type: openapi}
                workflows:
                """ + workflows.indent(2);
    }

    static String main(String body) {
        return document("- workflowId: main\n" + body.indent(2));
    }

    @Override
    public HttpAnswer send(HttpCall call, Duration timeout) throws TransportFailure {
        calls.add(call);
        timeouts.add(timeout);
        return switch (answers.isEmpty() ? HttpAnswer.json(200, "{\"id\": 1}") : answers.poll()) {
            case TransportFailure failure -> throw failure;
            case HttpAnswer answer -> answer;
            case Integer status -> HttpAnswer.json(status, "{}");
            case String body -> HttpAnswer.json(200, body);
            default -> throw new IllegalStateException("not an answer");
        };
    }

    WorkflowRunner runner() {
        InstantSource clock = () -> now;
        return new WorkflowRunner(this, clock, pause -> {
            pauses.add(pause);
            now = now.plus(pause);
        });
    }

    static WorkflowRequest request(String document, String inputs) {
        var source = Source.service(TestOperations.shop(), URI.create("http://shop.test/api/"));
        var values = (ObjectNode) JsonMapper.shared().readTree(inputs);
        return WorkflowRequest.of(ArazzoDocument.read(document), "main", values, Sources.of("shop", source));
    }

    WorkflowResult run(WorkflowRequest request) {
        return runner().run(request, StepListener.NONE);
    }

    WorkflowResult run(String document, String inputs) {
        return run(request(document, inputs));
    }

    WorkflowResult run(String document) {
        return run(document, "{}");
    }
}
