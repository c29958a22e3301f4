package dev.interlock.ingest.report;

import dev.interlock.ingest.SentFile;
import dev.interlock.ingest.StoredReport;
import dev.interlock.ingest.dialect.ReportLimits;
import dev.interlock.ingest.dialect.ReportReader;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.ingest.dialect.UnreadableReport;
import dev.interlock.platform.Finding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files of one request; a file counts as a whole or not at all. */
final class ReportCollector {
    private static final int MOST_FINDINGS = 1_000;

    private final ReportLimits limits;
    private final ReportReader reader;
    private final Set<String> kinds = new LinkedHashSet<>();
    private final List<ReportedCase> cases = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private int refusedCases;
    private int refusedFiles;
    private int readFiles;

    ReportCollector(ReportLimits limits) {
        this.limits = limits;
        this.reader = new ReportReader(limits);
    }

    void read(SentFile file) {
        try (var in = new BufferedInputStream(file.content().open())) {
            if (isZip(in)) {
                var others = new ZippedReports(file.name()).each(in, this::readEntry);
                tellOfOthers(file.name(), others);
            } else {
                read(file.name(), in);
            }
        } catch (UnreadableReport e) {
            refuse(e.finding());
        } catch (IOException e) {
            refuse(Finding.error(file.name(), "The upload broke off: " + e.getMessage(), "Send it again."));
        }
    }

    private static boolean isZip(InputStream in) throws IOException {
        in.mark(4);
        var zip = in.read() == 'P' && in.read() == 'K' && in.read() <= 7;
        in.reset();
        return zip;
    }

    /** One refused report of a zip leaves the others as they are. */
    private void readEntry(String name, InputStream in) throws IOException {
        try {
            read(name, in);
        } catch (UnreadableReport e) {
            refuse(e.finding());
        }
    }

    private void read(String name, InputStream in) throws IOException, UnreadableReport {
        var ofFile = new ArrayList<ReportedCase>();
        var odd = new ArrayList<Finding>();
        var kind = reader.read(name, in, ofFile::add, one -> keep(odd, one));
        take(name, ofFile, odd);
        kinds.add(kind);
    }

    private void tellOfOthers(String file, int others) {
        if (others > 0) {
            note(Finding.info(
                    file, others + " files in it are neither .xml nor .json nor .trx.", "They were left out."));
        }
    }

    /** Errors count, so all of them are kept; of the rest only as many as can be shown. */
    private static void keep(List<Finding> odd, Finding one) {
        if (one.isError() || odd.size() < MOST_FINDINGS) {
            odd.add(one);
        }
    }

    /** The kinds of reports that were read, in the order they were met. */
    List<String> kinds() {
        return List.copyOf(kinds);
    }

    List<ReportedCase> cases() {
        return cases;
    }

    /** Whether no file could be read. */
    boolean refusedAll() {
        return readFiles == 0;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    StoredReport.Counts counts() {
        return new StoredReport.Counts(
                cases.size(),
                refusedCases + refusedFiles,
                count(Verdict.PASSED),
                count(Verdict.FAILED),
                count(Verdict.BROKEN),
                count(Verdict.SKIPPED));
    }

    private int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    private void take(String file, List<ReportedCase> ofFile, List<Finding> odd) throws UnreadableReport {
        if (cases.size() + ofFile.size() > limits.cases()) {
            throw new UnreadableReport(
                    file,
                    "With this file the report has more than " + limits.cases() + " cases.",
                    "Send it in several requests.");
        }
        readFiles++;
        cases.addAll(ofFile);
        ofFile.forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
        refusedCases += (int) odd.stream().filter(Finding::isError).count();
        odd.forEach(this::note);
        if (ofFile.isEmpty()) {
            note(Finding.warning(file, "The report holds no case.", "Check that the tests ran."));
        }
    }

    private void refuse(Finding finding) {
        refusedFiles++;
        note(finding);
    }

    /** Adds a finding unless there are too many. */
    void note(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
