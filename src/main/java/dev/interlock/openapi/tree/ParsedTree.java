package dev.interlock.openapi.tree;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A text as a tree.
 *
 * @param root the tree; numbers keep their decimal places
 * @param warnings what was odd but readable, such as a key written twice
 */
public record ParsedTree(JsonNode root, List<TreeFault> warnings) {
    public ParsedTree {
        warnings = List.copyOf(warnings);
    }
}
