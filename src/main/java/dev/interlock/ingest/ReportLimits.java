package dev.interlock.ingest;

/**
 * How much of one report is read.
 *
 * @param bytes longest file
 * @param cases most cases in one run
 * @param text most characters kept of one text
 * @param depth deepest nesting of elements
 * @param run most bytes between two tags
 */
record ReportLimits(long bytes, int cases, int text, int depth, int run) {
    static final ReportLimits USUAL = new ReportLimits(256L << 20, 500_000, 64 << 10, 20, 16 << 20);
}
