package dev.interlock.risk.store;

import dev.interlock.catalog.ChangeClass;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.InterfaceImported;
import dev.interlock.catalog.PathChanged;
import dev.interlock.catalog.PathDeleted;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReported;
import dev.interlock.risk.Change;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.security.ProjectDeleted;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves beliefs with what happens in the catalog, in the transaction of the news. */
@Component
class CatalogNews {
    private static final List<String> TABLES = List.of(
            "hop",
            "service",
            "path_override",
            "path_point",
            "pool",
            "pool_run",
            "test_track",
            "taught_batch",
            "unreached",
            "open_failure",
            "own_failure",
            "test_noise",
            "lessons",
            "forecast",
            "forecast_run");

    private final Beliefs beliefs;
    private final Landscape landscape;
    private final ServiceNotes notes;
    private final ScoreNotes scoreNotes;
    private final Environments environments;
    private final JdbcClient jdbc;

    CatalogNews(
            Beliefs beliefs,
            Landscape landscape,
            ServiceNotes notes,
            ScoreNotes scoreNotes,
            Environments environments,
            JdbcClient jdbc) {
        this.beliefs = beliefs;
        this.landscape = landscape;
        this.notes = notes;
        this.scoreNotes = scoreNotes;
        this.environments = environments;
        this.jdbc = jdbc;
    }

    /** Only environments that give evidence count: elsewhere nothing would bring the belief down again. */
    @EventListener
    void on(Deployed news) {
        var project = news.project();
        var evidence = environments.find(project, news.environment()).map(Environment::evidence);
        if (!evidence.orElse(false)) {
            return;
        }
        beliefs.lock(project);
        var service = news.service().value();
        var view = landscape.of(project);
        var filter = beliefs.filter(project, view, news.at(), service);
        var note = notes.of(project, service);
        filter.deployed(service, note.change(), news.version(), news.at());
        var touched = beliefs.save(project, filter);
        notes.save(project, note.changed(Change.BUILD));
        scoreNotes.over(
                project, view, filter, touched, Set.of(), news.at(), service + " " + news.version() + " deployed");
    }

    /** What changed is weighed when it is deployed; of several changes the worst counts. */
    @EventListener
    void on(InterfaceImported news) {
        var project = news.project();
        beliefs.lock(project);
        var note = notes.of(project, news.service().value());
        var change = change(news.change());
        if (!news.first() && change.compareTo(note.change()) > 0) {
            notes.save(project, note.changed(change));
        }
        scoreNotes.through(project, news.service(), "interface of " + news.service() + " imported");
    }

    /** A version that passed once is what matters; a later one that failed does not take it back. */
    @EventListener
    void on(VersionReported news) {
        var project = news.project();
        var version = news.version();
        if (version.unitTests() == UnitTests.UNKNOWN) {
            return;
        }
        beliefs.lock(project);
        var note = notes.of(project, version.service().value());
        var tested = version.unitTests() == UnitTests.PASSED ? Tested.PASSED : Tested.NOT_PASSED;
        if (note.tested() != Tested.PASSED && note.tested() != tested) {
            notes.save(project, note.tested(tested));
            scoreNotes.through(
                    project,
                    version.service(),
                    "unit tests of " + version.service() + " " + version.version() + " reported");
        }
    }

    @EventListener
    void on(PathChanged news) {
        scoreNotes.of(news.project(), news.path(), news.created() ? "path created" : "path changed");
    }

    @EventListener
    void on(PathDeleted news) {
        for (var table : List.of("path_override", "path_point", "open_failure", "own_failure")) {
            jdbc.sql("delete from risk." + table + " where project_id = :project and path_key = :path")
                    .param("project", news.project().value())
                    .param("path", news.path().value())
                    .update();
        }
    }

    @EventListener
    void on(ProjectDeleted news) {
        TABLES.forEach(table -> jdbc.sql("delete from risk." + table + " where project_id = :project")
                .param("project", news.project().value())
                .update());
    }

    private static Change change(ChangeClass change) {
        return switch (change) {
            case NONE -> Change.BUILD;
            case NON_BREAKING, UNKNOWN -> Change.NON_BREAKING;
            case BREAKING -> Change.BREAKING;
        };
    }
}
