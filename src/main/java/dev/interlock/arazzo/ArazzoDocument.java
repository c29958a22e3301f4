package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.YamlWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A readable Arazzo document of version 1.0 or 1.1. Does not change and is safe for threads. */
public final class ArazzoDocument {
    private final ObjectNode tree;
    private final List<SourceDescription> sources;
    private final List<Workflow> workflows;
    private final List<DocumentFinding> findings;

    ArazzoDocument(
            ObjectNode tree,
            List<SourceDescription> sources,
            List<Workflow> workflows,
            List<DocumentFinding> findings) {
        this.tree = tree;
        this.sources = List.copyOf(sources);
        this.workflows = List.copyOf(workflows);
        this.findings = List.copyOf(findings);
    }

    /** Looks at a text and tells everything found in it; the document is there when its structure is whole. */
    public static ArazzoReading inspect(String text) {
        return DocumentInspection.of(text, Sources.NONE);
    }

    /**
     * The same, knowing the sources: operations that do not exist and required parameters left out are found too, each
     * with its line.
     */
    public static ArazzoReading inspect(String text, Sources known) {
        return DocumentInspection.of(text, known);
    }

    /**
     * Reads a JSON or YAML text whose structure is whole; {@link #findings()} may still hold errors that keep it from
     * being carried out.
     *
     * @throws InvalidArazzo with everything found
     */
    public static ArazzoDocument read(String text) {
        var reading = inspect(text);
        return reading.document().orElseThrow(() -> new InvalidArazzo(reading.findings()));
    }

    /** Everything found while reading. */
    public List<DocumentFinding> findings() {
        return findings;
    }

    /** What is found once the sources are known; places are pointers without lines. */
    public List<DocumentFinding> check(Sources known) {
        return new TargetCheck(this, known).findings();
    }

    /** The version as written, such as {@code 1.0.1}. */
    public String version() {
        return tree.path("arazzo").asString("");
    }

    /** The title. */
    public String title() {
        return tree.path("info").path("title").asString("");
    }

    /** The documents steps take their operations from, in order. */
    public List<SourceDescription> sourceDescriptions() {
        return sources;
    }

    /** The workflows in order. */
    public List<Workflow> workflows() {
        return workflows;
    }

    /** The workflow with this id. */
    public Optional<Workflow> workflow(String workflowId) {
        return workflows.stream()
                .filter(workflow -> workflow.workflowId().equals(workflowId))
                .findFirst();
    }

    /** The operations a workflow calls in order, those of workflows it calls in this document included. */
    public List<OperationCall> calls(String workflowId) {
        return Calls.of(this, workflowId);
    }

    /** The document as YAML, order and unknown {@code x-} fields kept. */
    public String write() {
        return YamlWriter.write(tree);
    }

    /** A copy of the whole tree. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }
}
