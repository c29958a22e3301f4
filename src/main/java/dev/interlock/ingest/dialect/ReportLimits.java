package dev.interlock.ingest.dialect;

/**
 * How much of one report is read.
 *
 * @param bytes longest file
 * @param cases most cases in one run
 * @param depth deepest nesting of elements
 * @param run most bytes between two tags, most characters of one text in JSON
 */
public record ReportLimits(long bytes, int cases, int depth, int run) {
    /** What is read of a report usually. */
    public static final ReportLimits USUAL = new ReportLimits(256L << 20, 500_000, 40, 16 << 20);
}
