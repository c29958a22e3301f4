package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.PlacedTree;
import dev.interlock.arazzo.tree.TreeReader;
import dev.interlock.arazzo.tree.UnreadableText;
import dev.interlock.platform.Finding.Severity;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From text to document: tree, structure, records, flow of data. */
final class DocumentInspection {
    private DocumentInspection() {}

    static ArazzoReading of(String text, Sources known) {
        try {
            return of(TreeReader.read(text), known);
        } catch (UnreadableText unreadable) {
            var place = unreadable.place();
            var finding = new DocumentFinding(
                    "",
                    place.line(),
                    place.column(),
                    Severity.ERROR,
                    unreadable.problem(),
                    "Correct the text at or just before this place.");
            return new ArazzoReading(Optional.empty(), List.of(finding));
        }
    }

    private static ArazzoReading of(PlacedTree tree, Sources known) {
        var notes = new Notes(tree);
        new StructureCheck(notes).check();
        if (!(tree.root() instanceof ObjectNode root)) {
            return new ArazzoReading(Optional.empty(), notes.inOrder());
        }
        var whole = !notes.hasErrors();
        if (whole || listed(root)) {
            flow(root, known, whole ? notes : notes.errorsOnly());
        }
        var findings = notes.inOrder();
        return new ArazzoReading(whole ? Optional.of(ModelReader.read(root, findings)) : Optional.empty(), findings);
    }

    private static void flow(ObjectNode root, Sources known, Notes notes) {
        var draft = ModelReader.read(root, List.of());
        new FlowCheck(draft, known, notes).check();
        new TargetCheck(draft, known).findings().forEach(notes::add);
    }

    /** Whether the lists are lists, so that what is in them can be looked at although something else is wrong. */
    private static boolean listed(ObjectNode root) {
        return root.path("workflows").isArray()
                && root.path("workflows")
                        .valueStream()
                        .allMatch(workflow -> workflow.isObject()
                                && workflow.path("steps").isArray()
                                && workflow.path("steps").valueStream().allMatch(JsonNode::isObject));
    }
}
