package dev.interlock.ingest;

import dev.interlock.ingest.ReportedCase.Verdict;
import dev.interlock.platform.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the files of one request; a file counts as a whole or not at all. */
final class ReportCollector {
    private static final int MOST_FINDINGS = 1_000;

    private final ReportLimits limits;
    private final List<ReportedCase> cases = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private int refusedCases;
    private int refusedFiles;
    private int readFiles;

    ReportCollector(ReportLimits limits) {
        this.limits = limits;
    }

    void read(SentFile file) {
        var ofFile = new ArrayList<ReportedCase>();
        var odd = new ArrayList<Finding>();
        try (var in = file.content().open()) {
            new JUnitReader(limits).read(file.name(), in, ofFile::add, odd::add);
            take(file, ofFile, odd);
        } catch (UnreadableReport e) {
            refuse(e.finding());
        } catch (IOException e) {
            refuse(Finding.error(file.name(), "The upload broke off: " + e.getMessage(), "Send it again."));
        }
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

    private void take(SentFile file, List<ReportedCase> ofFile, List<Finding> odd) throws UnreadableReport {
        if (cases.size() + ofFile.size() > limits.cases()) {
            throw new UnreadableReport(
                    file.name(),
                    "With this file the report has more than " + limits.cases() + " cases.",
                    "Send it in several requests.");
        }
        readFiles++;
        cases.addAll(ofFile);
        ofFile.forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
        refusedCases += (int) odd.stream().filter(Finding::isError).count();
        odd.forEach(this::note);
        if (ofFile.isEmpty()) {
            note(Finding.warning(file.name(), "The report holds no case.", "Check that the tests ran."));
        }
    }

    private void refuse(Finding finding) {
        refusedFiles++;
        note(finding);
    }

    private void note(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
