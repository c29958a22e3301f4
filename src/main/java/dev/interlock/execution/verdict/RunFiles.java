package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.platform.ProjectId;
import org.springframework.stereotype.Component;

/** Runs as files other tools read. */
@Component
class RunFiles {
    private final JunitXml junit;
    private final ResultsCsv csv;

    RunFiles(JunitXml junit, ResultsCsv csv) {
        this.junit = junit;
        this.csv = csv;
    }

    void junit(ProjectId project, Run run, Appendable out) {
        junit.write(project, run, out);
    }

    void csv(ProjectId project, Run run, Appendable out) {
        csv.write(project, run, out);
    }
}
