package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import tools.jackson.databind.JsonNode;

/**
 * A value of a document and where it stands.
 *
 * @param pointer JSON pointer from the top of the document, empty for the top itself
 * @param node the value; a missing node when there is none at that place
 */
public record Located(String pointer, JsonNode node) {

    /** The member with this key. */
    public Located at(String key) {
        return new Located(Pointers.child(pointer, key), node.path(key));
    }

    /** The element at this index. */
    public Located at(int index) {
        return new Located(Pointers.child(pointer, index), node.path(index));
    }

    /** Whether there is a value here. */
    public boolean exists() {
        return !node.isMissingNode();
    }

    String text(String key) {
        return node.path(key).asString("");
    }

    boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }
}
