package dev.interlock.execution.book;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.execution.store.Json;
import dev.interlock.plan.Selections;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chooses the tests of a run, once. */
@Component
class RunChoice {
    private static final String PINNED = """
            select pinned from execution.run where project_id = :project and id = :run
            """;

    private static final String CHOSEN = """
            select selection from execution.run where project_id = :project and id = :run and selection is not null
            """;

    private static final String KEEP = """
            update execution.run set selection = cast(:selection as jsonb)
             where project_id = :project and id = :run and selection is null
            """;

    private final JdbcClient jdbc;
    private final Selections selections;
    private final Environments environments;

    RunChoice(JdbcClient jdbc, Selections selections, Environments environments) {
        this.jdbc = jdbc;
        this.selections = selections;
        this.environments = environments;
    }

    PinnedRun pinned(ProjectId project, RunId run) {
        return Json.read(
                jdbc.sql(PINNED)
                        .param("project", project.value())
                        .param("run", run.value())
                        .query(String.class)
                        .single(),
                PinnedRun.class);
    }

    Chosen choose(ProjectId project, RunId run, PinnedRun pinned) {
        var stored = stored(project, run);
        if (stored.isPresent()) {
            return stored.get();
        }
        lookAgain(project, pinned.place().key());
        var values = Objects.requireNonNull(pinned.values(), "a run of ours was planned");
        jdbc.sql(KEEP)
                .param("selection", Json.write(Chosen.of(selections.preview(project, values))))
                .param("project", project.value())
                .param("run", run.value())
                .update();
        return stored(project, run).orElseThrow();
    }

    /** What could not be reached last time may be back; without a look its tests would be set apart for good. */
    private void lookAgain(ProjectId project, EnvironmentKey environment) {
        if (environments.lastChecks(project, environment).stream().anyMatch(check -> !check.reachable())) {
            environments.check(project, environment);
        }
    }

    private Optional<Chosen> stored(ProjectId project, RunId run) {
        return jdbc.sql(CHOSEN)
                .param("project", project.value())
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(text -> Json.read(text, Chosen.class));
    }
}
