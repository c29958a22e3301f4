package dev.interlock.arazzo.jsonpath;

import java.util.List;

/** One part of a query: selectors applied to children, or to all descendants. */
record Segment(boolean descendant, List<Selector> selectors) {}
