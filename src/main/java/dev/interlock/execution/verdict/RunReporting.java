package dev.interlock.execution.verdict;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunComparison;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunReports;
import dev.interlock.execution.VersionVerdict;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunTable;
import dev.interlock.plan.GateVerdict;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gate, baseline, comparison and JUnit XML of runs. */
@Component
class RunReporting implements RunReports {
    private static final String GATE = """
            select gate from execution.run
             where project_id = :project and id = :run and finished_at is not null and gate is not null
            """;

    private final RunTable runs;
    private final RunAssessor assessor;
    private final Baselines baselines;
    private final Comparing comparing;
    private final RunFiles files;
    private final VersionGate versionGate;
    private final JdbcClient jdbc;

    RunReporting(
            RunTable runs,
            RunAssessor assessor,
            Baselines baselines,
            Comparing comparing,
            RunFiles files,
            VersionGate versionGate,
            JdbcClient jdbc) {
        this.runs = runs;
        this.assessor = assessor;
        this.baselines = baselines;
        this.comparing = comparing;
        this.files = files;
        this.versionGate = versionGate;
        this.jdbc = jdbc;
    }

    @Override
    public GateVerdict gate(ProjectId project, RunId run) {
        require(project, run);
        return jdbc.sql(GATE)
                .param("project", project.value())
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(text -> Json.read(text, GateVerdict.class))
                .orElseGet(() -> assessor.assess(project, run).gate());
    }

    @Override
    public VersionVerdict gate(
            ProjectId project, Map<ServiceKey, String> versions, @Nullable EnvironmentKey environment) {
        return versionGate
                .newest(project, versions, environment)
                .map(run -> new VersionVerdict(gate(project, run.id()), run))
                .orElseGet(() -> new VersionVerdict(VersionGate.untried(versions), null));
    }

    @Override
    public Optional<Run> baseline(ProjectId project, RunId run) {
        return baselines.of(project, require(project, run));
    }

    @Override
    public RunComparison compare(ProjectId project, RunId base, RunId head) {
        return comparing.compare(project, require(project, base), require(project, head));
    }

    @Override
    public void junitXml(ProjectId project, RunId run, Appendable out) {
        files.junit(project, require(project, run), out);
    }

    @Override
    public void csv(ProjectId project, RunId run, Appendable out) {
        files.csv(project, require(project, run), out);
    }

    private Run require(ProjectId project, RunId run) {
        return runs.find(project, run)
                .orElseThrow(() -> RunProblem.RUN_IS_UNKNOWN.because("There is no run " + run + " in this project."));
    }
}
