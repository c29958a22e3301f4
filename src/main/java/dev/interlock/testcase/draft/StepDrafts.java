package dev.interlock.testcase.draft;

import dev.interlock.arazzo.ArazzoBuilder;
import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.testcase.draft.PlannedStep.Body;
import dev.interlock.testcase.draft.PlannedStep.Value;
import java.util.Set;

/** Drafts one call of an operation with values from the examples of its interface, or made up where there is none. */
public final class StepDrafts {
    private StepDrafts() {}

    /**
     * A document whose only workflow has the call as its only step.
     *
     * @param source name the document of the service goes by
     * @param taken ids other steps have
     */
    public static ArazzoDocument document(
            ServiceKey service, OpenApiDocument document, Operation operation, String source, Set<String> taken) {
        var described = new Described(service, document, true);
        var step = new PlannedStep(freeId(operation, taken), described, operation);
        Described.required(operation)
                .forEach(parameter -> step.values()
                        .add(new Value(
                                parameter.name(),
                                parameter.in(),
                                described.samples().of(parameter).value())));
        if (!operation.reading()) {
            operation
                    .requestBody()
                    .flatMap(body -> body.preferred())
                    .ifPresent(content -> step.send(new Body(
                            content.mediaType(), described.samples().of(content).value())));
        }
        return ArazzoBuilder.titled("a step", "1.0.0")
                .source(source, "services/" + service + "/openapi.json")
                .workflow("w", workflow -> workflow.step(step.id(), draft -> DraftDocument.fill(draft, step, source)))
                .build();
    }

    private static String freeId(Operation operation, Set<String> taken) {
        var base = PlannedStep.idOf(operation);
        var free = base;
        for (var i = 2; taken.contains(free); i++) {
            free = base + "-" + i;
        }
        return free;
    }
}
