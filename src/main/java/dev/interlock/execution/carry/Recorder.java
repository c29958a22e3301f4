package dev.interlock.execution.carry;

import dev.interlock.arazzo.ConditionTrace;
import dev.interlock.arazzo.ContractBreak;
import dev.interlock.arazzo.CriterionResult;
import dev.interlock.arazzo.Curl;
import dev.interlock.arazzo.HttpAnswer;
import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.arazzo.StepResult;
import dev.interlock.arazzo.WorkflowResult;
import dev.interlock.execution.ContractRecord;
import dev.interlock.execution.CriterionRecord;
import dev.interlock.execution.CriterionRecord.OperandRecord;
import dev.interlock.execution.Exchange;
import dev.interlock.execution.StepRecord;
import dev.interlock.execution.StoredBody;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.outbound.Header;
import dev.interlock.security.Masking;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what happened into what is stored: masked first, then cut. */
final class Recorder {
    private static final int KEPT = 256 * 1024;
    private static final int LONGEST_VALUE = 2_000;

    private final ItemWork work;
    private final Masking masking;
    private final Set<String> secretNames;
    private final Map<Integer, String> bodies;

    Recorder(ItemWork work, Masking masking, Set<String> secretNames, Map<Integer, String> bodies) {
        this.work = work;
        this.masking = masking;
        this.secretNames = secretNames;
        this.bodies = bodies;
    }

    /** A sentence without secrets. */
    String text(String text) {
        return masking.text(clean(text));
    }

    Map<String, String> values(ObjectNode values) {
        var shown = new LinkedHashMap<String, String>();
        values.properties().forEach(entry -> shown.put(entry.getKey(), value(entry.getValue())));
        return shown;
    }

    List<StepRecord> steps(WorkflowResult result, List<Sent> sent) {
        var calls = new IdentityHashMap<HttpCall, Sent>();
        sent.forEach(one -> calls.put(one.call(), one));
        return Stream.concat(result.steps().stream(), result.teardown().stream())
                .map(step -> step(step, calls))
                .toList();
    }

    private StepRecord step(StepResult step, Map<HttpCall, Sent> calls) {
        var last = step.lastAttempt();
        var failure = step.cause()
                .map(cause -> new Failure(text(step.sentence()), CauseClass.valueOf(cause.name()), null, step.stepId()))
                .orElse(null);
        return new StepRecord(
                step.stepId(),
                step.place().teardown()
                        ? "TEARDOWN"
                        : step.place().depth() == 0 ? "MAIN" : step.place().workflowId(),
                step.label() + (step.operation().isBlank() ? "" : ": " + step.operation()),
                Outcome.valueOf(step.verdict().name()),
                step.startedAt(),
                step.took(),
                step.attempts().size(),
                failure,
                last.map(attempt -> criteria(attempt.criteria())).orElse(List.of()),
                last.map(attempt -> contract(attempt.contract())).orElse(List.of()),
                step.attempts().stream()
                        .flatMap(attempt -> exchange(step, attempt, calls).stream())
                        .toList(),
                values(step.outputs()));
    }

    private List<CriterionRecord> criteria(List<CriterionResult> criteria) {
        return criteria.stream()
                .map(one -> new CriterionRecord(
                        one.label().orElse(one.condition()),
                        one.implicit(),
                        one.holds(),
                        cut(text(one.expected())),
                        cut(text(one.actual())),
                        text(one.error()),
                        one.trace().map(this::operands).orElse(List.of())))
                .toList();
    }

    private List<OperandRecord> operands(ConditionTrace trace) {
        if (trace.operands().isEmpty()) {
            return trace.operator().equals("literal")
                    ? List.of()
                    : List.of(new OperandRecord(trace.text(), cut(text(trace.value())), trace.type()));
        }
        return trace.operands().stream()
                .flatMap(operand -> operands(operand).stream())
                .toList();
    }

    private List<ContractRecord> contract(List<ContractBreak> breaks) {
        return breaks.stream()
                .map(one -> new ContractRecord(one.where(), cut(text(one.problem())), one.error()))
                .toList();
    }

    private Optional<Exchange> exchange(
            StepResult step, dev.interlock.arazzo.Attempt attempt, Map<HttpCall, Sent> calls) {
        return attempt.request().map(call -> exchange(step, attempt, call, Optional.ofNullable(calls.get(call))));
    }

    private Exchange exchange(
            StepResult step, dev.interlock.arazzo.Attempt attempt, HttpCall call, Optional<Sent> sent) {
        var answer = attempt.answer();
        var headers = sent.map(Sent::headers).orElse(call.headers());
        var out = sent.map(Sent::answer);
        return new Exchange(
                work.test().sources().get(call.source()),
                step.operation(),
                sent.map(Sent::startedAt).orElse(attempt.startedAt()),
                call.method(),
                text(call.uri().toString()),
                headers(headers),
                body(call.body(), headers, false),
                answer.map(HttpAnswer::status).orElse(null),
                answer.map(HttpAnswer::headers).map(this::headers).orElse(List.of()),
                answer.map(one -> body(one.body(), one.headers(), one.truncated()))
                        .orElse(null),
                sent.map(Sent::timings).orElse(null),
                answer.map(HttpAnswer::remoteAddress).orElse(""),
                answer.map(HttpAnswer::reused).orElse(false),
                text(sent.map(Sent::failure).orElse("")),
                out.map(one -> one.remarks().stream().map(this::text).toList()).orElse(List.of()),
                sent.map(Sent::spanId).orElse(""),
                curl(call, headers));
    }

    private String curl(HttpCall call, List<HttpHeader> headers) {
        var contentType = call.header("content-type").orElse(null);
        var masked = new HttpCall(
                call.source(),
                call.method(),
                masked(call.uri()),
                headers(headers).stream()
                        .map(header -> new HttpHeader(header.name(), header.value()))
                        .toList(),
                masking.body(call.body(), contentType));
        return text(Curl.of(masked, secretNames));
    }

    private URI masked(URI uri) {
        try {
            return URI.create(masking.text(uri.toString()));
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    private List<Header> headers(List<HttpHeader> headers) {
        return masking
                .headers(headers.stream()
                        .map(header -> new Masking.Header(header.name(), clean(header.value())))
                        .toList())
                .stream()
                .map(header -> new Header(header.name(), header.value()))
                .toList();
    }

    private @Nullable StoredBody body(byte[] body, List<HttpHeader> headers, boolean truncated) {
        if (body.length == 0) {
            return null;
        }
        var contentType = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("content-type"))
                .map(HttpHeader::value)
                .findFirst()
                .orElse(null);
        var number = bodies.size() + 1;
        var text = BodyText.of(masking.body(body, contentType));
        var whole = text.isBinary() ? BodyText.note(body) : clean(text.text());
        var cut = whole.length() > KEPT;
        bodies.put(number, cut ? whole.substring(0, KEPT) : whole);
        return new StoredBody(number, body.length, cut || truncated, text.isBinary(), "");
    }

    private String value(JsonNode node) {
        return cut(text(node.isString() ? node.stringValue() : node.toString()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }

    /** The database takes no NUL; it is shown as its picture. */
    private static String clean(String text) {
        return text.replace('\0', '\u2400');
    }
}
