package dev.interlock.execution.verdict;

import dev.interlock.execution.Run;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunTable;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.plan.Gate;
import dev.interlock.plan.GateRules;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.risk.RiskBoard;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Says what a run amounts to, by what is stored of it now. */
@Component
public class RunAssessor {
    private static final String GATE_RULES = """
        select pinned ->> 'gate' from execution.run where project_id = :project and id = :run and pinned is not null
        """;

    private static final String PATHS = """
        select outcome, paths, jsonb_array_length(notes -> 'stubs') > 0 as stubbed from execution.item_result
         where month = :month and project_id = :project and run_id = :run
        """;

    private final JdbcClient jdbc;
    private final RunTable runs;
    private final GateReading facts;
    private final RiskBoard risk;

    RunAssessor(JdbcClient jdbc, RunTable runs, GateReading facts, RiskBoard risk) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.facts = facts;
        this.risk = risk;
    }

    /** The gate as of now, and the risk the run covered. */
    public Assessment assess(ProjectId project, RunId id) {
        var run = runs.find(project, id).orElseThrow();
        var left = risk.shares(project).riskLeft();
        var gate = Gate.decide(rules(project, id), facts.of(project, run, left));
        return new Assessment(gate, covered(project, run), left);
    }

    private GateRules rules(ProjectId project, RunId run) {
        return jdbc.sql(GATE_RULES)
                .param("project", project.value())
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(text -> Json.read(text, GateRules.class))
                .orElseGet(GateRules::standard);
    }

    private double covered(ProjectId project, Run run) {
        var cover = new PathCover();
        jdbc.sql(PATHS)
                .param("month", run.month())
                .param("project", project.value())
                .param("run", run.id().value())
                .query(row -> {
                    cover.add(
                            Outcome.valueOf(row.getString("outcome")),
                            Json.read(row.getString("paths"), new TypeReference<List<PathShare>>() {}),
                            row.getBoolean("stubbed"));
                });
        return cover.percentOf(risk.all(project));
    }
}
