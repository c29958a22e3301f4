package dev.interlock.ingest.report;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReport;
import dev.interlock.catalog.Versions;
import dev.interlock.ingest.ReportLabels;
import dev.interlock.ingest.StoredReport;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Makes the version a report names known, with the verdict of its unit tests when the report is theirs. */
@Component
class UnitTestVerdict {
    private final Versions versions;
    private final InstantSource clock;

    UnitTestVerdict(Versions versions, InstantSource clock) {
        this.versions = versions;
        this.clock = clock;
    }

    void report(ProjectId project, ReportLabels labels, StoredReport.Counts counts, Actor actor) {
        var service = labels.service();
        if (service == null || labels.version().isEmpty()) {
            return;
        }
        if (labels.unitTests()) {
            report(project, service, labels, verdict(counts), actor);
        } else if (!isKnown(project, service, labels.version())) {
            report(project, service, labels, UnitTests.UNKNOWN, actor);
        }
    }

    private static UnitTests verdict(StoredReport.Counts counts) {
        if (counts.failed() + counts.broken() > 0) {
            return UnitTests.FAILED;
        }
        return counts.passed() > 0 && counts.refused() == 0 ? UnitTests.PASSED : UnitTests.UNKNOWN;
    }

    private boolean isKnown(ProjectId project, ServiceKey service, String version) {
        return versions.of(project, service).stream()
                .anyMatch(one -> one.version().equals(version));
    }

    private void report(ProjectId project, ServiceKey service, ReportLabels labels, UnitTests verdict, Actor actor) {
        var report = new VersionReport(labels.version(), labels.commit(), labels.branch(), verdict, clock.instant());
        versions.report(project, service, report, actor);
    }
}
