package dev.interlock.catalog;

/**
 * What is new about an integration: the newest two days against those before.
 *
 * @param sentence what changed, in words
 */
public record TrafficNews(Sort sort, String sentence) {
    /** What happened to it. */
    public enum Sort {
        NEW,
        CHANGED,
        VANISHED
    }
}
