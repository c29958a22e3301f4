package dev.interlock.execution.book;

import dev.interlock.execution.store.Json;
import dev.interlock.execution.verdict.RunAssessor;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides the gate of a run that is over once more, after a person has spoken. */
@Component
class Reassessment {
    private static final String UPDATE = """
            update execution.run
               set verdict = :verdict, gate = cast(:gate as jsonb), risk_covered = :covered, risk_left = :left
             where project_id = :project and id = :run and finished_at is not null
            """;

    private final RunAssessor assessor;
    private final JdbcClient jdbc;

    Reassessment(RunAssessor assessor, JdbcClient jdbc) {
        this.assessor = assessor;
        this.jdbc = jdbc;
    }

    void after(ProjectId project, RunId run) {
        var assessed = assessor.assess(project, run);
        jdbc.sql(UPDATE)
                .param("verdict", assessed.gate().verdict().name())
                .param("gate", Json.write(assessed.gate()))
                .param("covered", assessed.riskCovered())
                .param("left", assessed.riskLeft())
                .param("project", project.value())
                .param("run", run.value())
                .update();
    }
}
