package dev.interlock.ingest;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Results made elsewhere. */
public interface Reports {

    /**
     * Reads reports as one finished run and stores it in one transaction. A file that cannot be read is left out with a
     * finding.
     *
     * @throws dev.interlock.platform.Problem {@link IngestProblem#REPORT_IS_UNREADABLE} when no file can be read
     */
    StoredReport store(ProjectId project, List<SentFile> files, ReportLabels labels, Actor actor);

    /** What {@link #store} would find in these files; nothing is stored. */
    StoredReport preview(List<SentFile> files);
}
