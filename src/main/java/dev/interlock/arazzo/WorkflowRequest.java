package dev.interlock.arazzo;

import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to carry out and with what.
 *
 * @param document document the workflow is in
 * @param workflowId workflow to carry out
 * @param inputs values of its inputs; {@code workflowId} of a {@code dependsOn} gets those of the same name
 * @param inputOrigins where each input comes from in words for people, such as {@code data row 3}
 * @param sources what the source descriptions stand for
 * @param contracts what a broken contract means
 * @param limits bounds
 * @param cancelled asked before every step and attempt
 */
public record WorkflowRequest(
        ArazzoDocument document,
        String workflowId,
        ObjectNode inputs,
        Map<String, String> inputOrigins,
        Sources sources,
        ContractMode contracts,
        RunLimits limits,
        BooleanSupplier cancelled) {
    public WorkflowRequest {
        inputOrigins = Map.copyOf(inputOrigins);
    }

    /** A request with contracts as errors, default limits and no way to cancel. */
    public static WorkflowRequest of(ArazzoDocument document, String workflowId, ObjectNode inputs, Sources sources) {
        return new WorkflowRequest(
                document, workflowId, inputs, Map.of(), sources, ContractMode.ERROR, RunLimits.DEFAULT, () -> false);
    }

    /** The same with other limits. */
    public WorkflowRequest with(RunLimits bounds) {
        return new WorkflowRequest(document, workflowId, inputs, inputOrigins, sources, contracts, bounds, cancelled);
    }

    /** The same with another meaning of contracts. */
    public WorkflowRequest with(ContractMode mode) {
        return new WorkflowRequest(document, workflowId, inputs, inputOrigins, sources, mode, limits, cancelled);
    }

    /** The same, cancellable. */
    public WorkflowRequest with(BooleanSupplier cancel) {
        return new WorkflowRequest(document, workflowId, inputs, inputOrigins, sources, contracts, limits, cancel);
    }

    /** The same with words on where the inputs come from. */
    public WorkflowRequest with(Map<String, String> origins) {
        return new WorkflowRequest(document, workflowId, inputs, origins, sources, contracts, limits, cancelled);
    }
}
