package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what a step calls. */
final class Targets {
    private static final String SOURCES = "$sourceDescriptions.";
    private static final Pattern OPERATION_PATH =
            Pattern.compile("\\{\\$sourceDescriptions\\.([A-Za-z0-9_-]+)\\.url}#(.*)");

    private record Named(Optional<String> source, String name) {}

    private Targets() {}

    static StepTarget of(JsonNode step, List<SourceDescription> sources) {
        if (step.has("operationId")) {
            var text = ModelReader.text(step, "operationId");
            var named = named(text, sources);
            return new StepTarget.ById(named.source(), named.name(), text);
        }
        if (step.has("operationPath")) {
            return byPath(ModelReader.text(step, "operationPath"));
        }
        if (step.has("workflowId")) {
            return workflow(ModelReader.text(step, "workflowId"));
        }
        return new StepTarget.Channel(Optional.empty(), ModelReader.text(step, "channelPath"));
    }

    static StepTarget.SubWorkflow workflow(String text) {
        var named = qualified(text);
        return new StepTarget.SubWorkflow(named.source(), named.name(), text);
    }

    private static StepTarget byPath(String text) {
        var matcher = OPERATION_PATH.matcher(text);
        if (matcher.matches()) {
            return new StepTarget.ByPath(Optional.of(matcher.group(1)), matcher.group(2), text);
        }
        var hash = text.indexOf('#');
        return new StepTarget.ByPath(Optional.empty(), hash < 0 ? text : text.substring(hash + 1), text);
    }

    private static Named qualified(String text) {
        if (!text.startsWith(SOURCES)) {
            return new Named(Optional.empty(), text);
        }
        var rest = text.substring(SOURCES.length());
        var dot = rest.indexOf('.');
        return dot < 0
                ? new Named(Optional.empty(), text)
                : new Named(Optional.of(rest.substring(0, dot)), rest.substring(dot + 1));
    }

    /** Also understands {@code source.operation}, which other tools write. */
    private static Named named(String text, List<SourceDescription> sources) {
        var named = qualified(text);
        var dot = text.indexOf('.');
        if (named.source().isEmpty() && dot > 0) {
            var prefix = text.substring(0, dot);
            if (sources.stream().anyMatch(source -> source.name().equals(prefix))) {
                return new Named(Optional.of(prefix), text.substring(dot + 1));
            }
        }
        return named.source().isPresent() ? named : new Named(only(sources), named.name());
    }

    private static Optional<String> only(List<SourceDescription> sources) {
        var others = sources.stream()
                .filter(source -> source.type() != SourceType.ARAZZO)
                .map(SourceDescription::name)
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }
}
