package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.PlacedTree;
import dev.interlock.arazzo.tree.TextEdits;
import dev.interlock.arazzo.tree.TreeReader;
import dev.interlock.arazzo.tree.UnreadableText;
import dev.interlock.platform.Finding.Severity;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The text of a document that is being edited: single values change, everything else stays as it was written, comments,
 * order and unknown fields included. The text may be readable without being a whole document. Does not change.
 */
public final class DocumentText {
    private final String text;
    private final JsonNode tree;
    private final PlacedTree places;

    private DocumentText(String text, PlacedTree places) {
        this.text = text;
        this.places = places;
        this.tree = places.root();
    }

    /**
     * Reads a JSON or YAML text.
     *
     * @throws InvalidArazzo when it is neither, with the line
     */
    public static DocumentText of(String text) {
        return attempt(() -> new DocumentText(text, TreeReader.read(text)));
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** A copy of the value at a JSON pointer; missing when there is none. */
    public JsonNode at(String pointer) {
        return tree.at(pointer).deepCopy();
    }

    /** Something found at a JSON pointer, with the line and column the value there begins at. */
    public DocumentFinding finding(String pointer, Severity severity, String problem, String hint) {
        var place = places.at(pointer);
        return new DocumentFinding(pointer, place.line(), place.column(), severity, problem, hint);
    }

    /** The same with a member or element set; the index after the last element adds one. */
    public DocumentText set(String pointer, JsonNode value) {
        return attempt(() -> of(TextEdits.set(text, pointer, value)));
    }

    /** The same without a member or element. */
    public DocumentText remove(String pointer) {
        return attempt(() -> of(TextEdits.remove(text, pointer)));
    }

    /** The same with an element after the one that follows it. */
    public DocumentText swapWithNext(String pointer) {
        return attempt(() -> of(TextEdits.swapWithNext(text, pointer)));
    }

    /** Something done with a text that may be unreadable. */
    private interface Reading {
        DocumentText read() throws UnreadableText;
    }

    private static DocumentText attempt(Reading reading) {
        try {
            return reading.read();
        } catch (UnreadableText broken) {
            var place = broken.place();
            throw new InvalidArazzo(List.of(new DocumentFinding(
                    "",
                    place.line(),
                    place.column(),
                    Severity.ERROR,
                    broken.problem(),
                    "Correct the text at or just before this place.")));
        }
    }
}
