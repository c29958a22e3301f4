package dev.interlock.testcase.document;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow as it stands between its document and the registered services.
 *
 * @param document absent when the text is no Arazzo document
 * @param workflowId the workflow that is the test, empty without a document
 * @param sources the binding of every source description, in order
 * @param operations the operations its steps call, by service, each once in order
 * @param covers paths the document itself names
 * @param toFillIn what the document says is open
 */
public record CheckedWorkflow(
        Optional<ArazzoDocument> document,
        String workflowId,
        List<Finding> findings,
        List<BoundSource> sources,
        Map<ServiceKey, List<String>> operations,
        List<PathKey> covers,
        List<String> toFillIn) {

    /** The extension of a workflow that lists what is open; without it, or empty, nothing is. */
    public static final String FILL_IN = "x-interlock-fill-in";

    /** The extension of a workflow that names paths it covers. */
    public static final String COVERS = "x-interlock-covers";

    /** The extension of a source description that names its service. */
    public static final String SERVICE = "x-interlock-service";

    /**
     * A source description and the service behind it.
     *
     * @param service the key that is meant
     * @param bound whether a service of this key is registered
     */
    public record BoundSource(String name, ServiceKey service, boolean bound) {}

    static CheckedWorkflow unreadable(List<Finding> findings) {
        return new CheckedWorkflow(Optional.empty(), "", findings, List.of(), Map.of(), List.of(), List.of());
    }

    /** Whether it cannot be carried out as it is. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
