package dev.interlock.ingest.report;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.ReportedRun;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.Runs;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.ReportLabels;
import dev.interlock.ingest.Reports;
import dev.interlock.ingest.SentFile;
import dev.interlock.ingest.StoredReport;
import dev.interlock.ingest.dialect.ReportLimits;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads reports outside any transaction and stores what they hold in one. */
@Component
class StoredReports implements Reports {
    private static final int LONGEST_TOOL = 100;
    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private final Runs runs;
    private final ReportLinks links;
    private final RenameWatch renames;
    private final UnitTestVerdict verdict;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    StoredReports(
            Runs runs,
            ReportLinks links,
            RenameWatch renames,
            UnitTestVerdict verdict,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.links = links;
        this.renames = renames;
        this.verdict = verdict;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public StoredReport store(ProjectId project, List<SentFile> files, ReportLabels labels, Actor actor) {
        var collector = read(files);
        if (collector.cases().isEmpty()) {
            return new StoredReport(null, collector.counts(), collector.kinds(), collector.findings());
        }
        var run = transaction.execute(status -> store(project, collector, labels, actor));
        return new StoredReport(run, collector.counts(), collector.kinds(), collector.findings());
    }

    @Override
    public StoredReport preview(List<SentFile> files) {
        var collector = read(files);
        return new StoredReport(null, collector.counts(), collector.kinds(), collector.findings());
    }

    private static ReportCollector read(List<SentFile> files) {
        if (files.isEmpty()) {
            throw IngestProblem.REPORT_IS_MISSING.because("The request holds no file.");
        }
        var collector = new ReportCollector(ReportLimits.USUAL);
        files.forEach(collector::read);
        if (collector.refusedAll()) {
            var first = collector.findings().getFirst();
            throw IngestProblem.REPORT_IS_UNREADABLE.because(
                    "No file could be read. " + first.where() + ": " + first.problem(), collector.findings());
        }
        return collector;
    }

    private Run store(ProjectId project, ReportCollector collector, ReportLabels labels, Actor actor) {
        verdict.report(project, labels, collector.counts(), actor);
        var run = runs.recordReport(project, reported(project, collector, labels), actor);
        var service = labels.service();
        var series = (service == null ? "" : service.value()) + "|" + tool(collector.kinds());
        renames.look(project, series, collector.cases(), run.key()).forEach(collector::note);
        return run;
    }

    private ReportedRun reported(ProjectId project, ReportCollector collector, ReportLabels labels) {
        var cases = labels.ignoreParameters() ? MergedCases.of(collector.cases()) : collector.cases();
        var now = clock.instant();
        var outcomes = new ReportedOutcomes(links.of(project, labels.service()), labels.service());
        var took = cases.stream().map(ReportedCase::took).reduce(Duration.ZERO, Duration::plus);
        return new ReportedRun(
                new RunLabels(
                        labels.purposeOrDefault(), labels.branch(), "", labels.note(), versions(labels), Map.of()),
                labels.environment(),
                tool(collector.kinds()),
                now.minus(took.compareTo(LONGEST_RUN) > 0 ? LONGEST_RUN : took),
                now,
                labels.idempotencyKey(),
                outcomes.of(cases, now));
    }

    /** What made the report, in as many words as a list of runs has room for. */
    private static String tool(List<String> kinds) {
        var words = String.join(", ", kinds);
        return words.length() <= LONGEST_TOOL ? words : words.substring(0, LONGEST_TOOL - 1) + "…";
    }

    private static Map<ServiceKey, String> versions(ReportLabels labels) {
        var versions = new HashMap<>(labels.versions());
        var service = labels.service();
        if (service != null && !labels.version().isEmpty()) {
            versions.put(service, labels.version());
        }
        return versions;
    }
}
