package dev.interlock.arazzo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Carries out one activation of a step, with its retries. */
final class StepRun {
    private final WorkflowActivation activation;
    private final Step step;
    private final StepPlace place;
    private final RunState state;
    private final Instant startedAt;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    StepRun(WorkflowActivation activation, Step step, StepPlace place) {
        this.activation = activation;
        this.step = step;
        this.place = place;
        this.state = activation.state;
        this.startedAt = state.now();
    }

    StepEnd run() throws Stopped {
        state.listener.started(place, step);
        try {
            while (true) {
                var tried = attempt();
                var action = tried.unsent() ? Optional.<StepAction>empty() : action(tried);
                if (action.isEmpty() || action.get().type() != StepAction.Type.RETRY) {
                    return ended(tried, action);
                }
                var spoiled = retry(action.get(), tried);
                if (spoiled.isPresent()) {
                    return ended(spoiled.get(), Optional.empty());
                }
            }
        } catch (Stopped stop) {
            finish(stop.verdict, stop.sentence(), stop.causeClass, Exchange.JSON.createObjectNode(), Optional.empty());
            throw stop;
        }
    }

    private Attempted attempt() throws Stopped {
        state.attempt();
        var began = state.now();
        var tried = new StepTry(activation, step).once();
        var exchange = tried.exchange();
        attempts.add(new Attempt(
                attempts.size() + 1,
                began,
                Duration.between(began, state.now()),
                exchange.map(Exchange::call),
                exchange.flatMap(Exchange::answer),
                exchange.map(Exchange::origins).orElse(List.of()),
                tried.criteria(),
                tried.contract(),
                tried.verdict(),
                tried.sentence(),
                tried.cause(),
                ""));
        return tried;
    }

    private Optional<StepAction> action(Attempted tried) {
        var criteria = new CriteriaCheck(tried.scope());
        return actions(tried.passed()).stream()
                .filter(each -> criteria.hold(each.criteria()))
                .filter(each ->
                        each.type() != StepAction.Type.RETRY || used.getOrDefault(each.name(), 0) < each.retryLimit())
                .findFirst();
    }

    private List<StepAction> actions(boolean passed) {
        return passed
                ? Reach.merged(step.onSuccess(), activation.workflow.successActions())
                : Reach.merged(step.onFailure(), activation.workflow.failureActions());
    }

    /** Prepares the next try; the try that spoils it, if what must run before has not passed. */
    private Optional<Attempted> retry(StepAction action, Attempted tried) throws Stopped {
        var count = used.merge(action.name(), 1, Integer::sum);
        var pause = pause(action, tried);
        follow((pause.isZero() ? "retry at once (" : "retry in " + Sentences.time(pause) + " (") + count + " of "
                + action.retryLimit() + ")");
        var before = activation.before(action, tried.scope());
        if (before.isPresent()) {
            var sentence = tried.sentence() + "; it was not tried again, because " + before.get();
            return Optional.of(new Attempted(
                    tried.verdict(),
                    sentence,
                    tried.cause(),
                    tried.exchange(),
                    tried.criteria(),
                    tried.contract(),
                    tried.outputs(),
                    tried.scope(),
                    false));
        }
        state.pause(pause);
        return Optional.empty();
    }

    private Duration pause(StepAction action, Attempted tried) {
        var asked = tried.exchange()
                .flatMap(Exchange::answer)
                .flatMap(answer -> answer.header("Retry-After"))
                .flatMap(text -> RetryAfter.parse(text, state.now()))
                .orElse(Duration.ZERO);
        var most = state.request.limits().maxRetryPause();
        var capped = asked.compareTo(most) > 0 ? most : asked;
        return capped.compareTo(action.retryAfter()) > 0 ? capped : action.retryAfter();
    }

    private void follow(String next) {
        var attempt = attempts.removeLast().followedBy(next);
        attempts.add(attempt);
        state.listener.attempted(place, attempt);
    }

    private StepEnd ended(Attempted tried, Optional<StepAction> action) {
        if (attempts.getLast().next().isEmpty()) {
            follow(action.map(StepRun::words).orElse(tried.passed() ? "next step" : "end"));
        }
        var sentence = tried.sentence().isEmpty() ? "" : step.label() + ": " + tried.sentence();
        var result = finish(
                tried.verdict(),
                Sentences.withAttempts(sentence, attempts.size()),
                tried.cause(),
                tried.outputs(),
                tried.exchange());
        return new StepEnd(result, action, tried);
    }

    private static String words(StepAction action) {
        if (action.type() == StepAction.Type.END) {
            return "end (" + action.name() + ")";
        }
        return "go to " + action.stepId().or(action::workflowId).orElse("") + " (" + action.name() + ")";
    }

    private StepResult finish(
            Verdict verdict,
            String sentence,
            Optional<FailureCause> cause,
            ObjectNode outputs,
            Optional<Exchange> exchange) {
        var operation = exchange.map(each -> each.operation().key())
                .orElse(step.target().text());
        var source = step.target().source().orElse("");
        var took = Duration.between(startedAt, state.now());
        var result = new StepResult(
                place, step.label(), source, operation, verdict, sentence, cause, attempts, outputs, startedAt, took);
        state.finished(result);
        return result;
    }
}
