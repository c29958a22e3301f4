package dev.interlock.ingest.dialect;

import dev.interlock.platform.Finding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the report of a test tool, whichever it is: JUnit XML in its dialects, TestNG, TRX, NUnit, xUnit.net, Robot
 * Framework, CTRF and Cucumber JSON, gzip around any of them. What a file is is told by its content.
 */
public final class ReportReader {
    private static final int LOOK_AHEAD = 4_096;
    private static final String BLANKS = " \t\r\n";
    private static final int BOM_LEAD = 0xEF;
    private static final int GZIP = 0x1F;

    private final ReportLimits limits;

    /** A reader that stops at these limits. */
    public ReportReader(ReportLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one file.
     *
     * @param cases is given each case as soon as it is complete
     * @param findings is given what is odd about single records
     * @return the kind of report, as a person calls it: "pytest (JUnit XML)"
     * @throws UnreadableReport when the file is no report or is cut off; cases given before do not count then
     * @throws IOException when the upload broke off
     */
    public String read(String file, InputStream in, Consumer<ReportedCase> cases, Consumer<Finding> findings)
            throws UnreadableReport, IOException {
        var sink = new CaseSink(file, cases, findings);
        var buffered = new BufferedInputStream(in, LOOK_AHEAD);
        if (lead(buffered) != GZIP) {
            return read(buffered, sink);
        }
        return read(new BufferedInputStream(unzipped(file, buffered), LOOK_AHEAD), sink);
    }

    private String read(BufferedInputStream buffered, CaseSink sink) throws UnreadableReport, IOException {
        var file = sink.file();
        return switch (lead(buffered)) {
            case -1 -> throw UnreadableReport.empty(file);
            case '{', '[' -> new JsonReports(limits).read(buffered, sink);
            case '<', 0xFE, 0xFF, 0 -> new XmlReports(limits).read(buffered, sink);
            default ->
                throw new UnreadableReport(
                        file,
                        "The file is neither XML nor JSON.",
                        "Send the report as the tool wrote it: JUnit XML, TestNG, TRX, NUnit, xUnit.net, Robot, CTRF or "
                                + "Cucumber JSON.");
        };
    }

    private static InputStream unzipped(String file, InputStream in) throws UnreadableReport {
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            throw new UnreadableReport(file, "The file is no gzip file, though it begins like one.", "Send it again.");
        }
    }

    /** The first byte that says something, with nothing consumed but a mark of UTF-8 and white space; -1 when none. */
    private static int lead(BufferedInputStream in) throws IOException {
        while (true) {
            in.mark(4);
            var one = in.read();
            if (one == BOM_LEAD && in.read() == 0xBB && in.read() == 0xBF) {
                continue;
            }
            if (one < 0 || BLANKS.indexOf(one) < 0) {
                if (one >= 0) {
                    in.reset();
                }
                return one;
            }
        }
    }
}
