package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.PlacedTree;
import dev.interlock.arazzo.tree.TreeReader;
import dev.interlock.arazzo.tree.UnreadableText;
import dev.interlock.platform.Finding.Severity;
import java.util.List;
import java.util.Optional;
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
        if (notes.hasErrors() || !(tree.root() instanceof ObjectNode root)) {
            return new ArazzoReading(Optional.empty(), notes.inOrder());
        }
        var draft = ModelReader.read(root, List.of());
        new FlowCheck(draft, notes).check();
        new TargetCheck(draft, known).findings().forEach(notes::add);
        var findings = notes.inOrder();
        return new ArazzoReading(Optional.of(ModelReader.read(root, findings)), findings);
    }
}
