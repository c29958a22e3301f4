package dev.interlock.arazzo.tree;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tree and the place of each of its values.
 *
 * @param root the tree
 * @param places place of each value by JSON pointer
 */
public record PlacedTree(JsonNode root, Map<String, Position> places) {

    /** The place of a value; that of its nearest owner when the value is not there. */
    public Position at(String pointer) {
        var place = places.get(pointer);
        if (place != null) {
            return place;
        }
        var end = pointer.lastIndexOf('/');
        return end < 0 ? Position.UNKNOWN : at(pointer.substring(0, end));
    }
}
