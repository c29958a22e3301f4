package dev.interlock.web.view;

import java.util.List;

/**
 * One property of a list with its values as links.
 *
 * @param label what a person reads
 * @param choices its values
 */
public record Facet(String label, List<Choice> choices) {

    /**
     * A value.
     *
     * @param count how many rows have it, or -1 when not counted
     * @param on whether the list shows only these rows now
     */
    public record Choice(String label, String href, long count, boolean on) {}
}
