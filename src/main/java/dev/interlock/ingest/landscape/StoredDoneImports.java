package dev.interlock.ingest.landscape;

import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.ingest.DoneImport;
import dev.interlock.ingest.DoneImports;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Teams;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes imports in one transaction. */
@Component
class StoredDoneImports implements DoneImports {
    private final UndoTable table;
    private final Services services;
    private final Integrations integrations;
    private final Interfaces interfaces;
    private final Teams teams;

    StoredDoneImports(
            UndoTable table, Services services, Integrations integrations, Interfaces interfaces, Teams teams) {
        this.table = table;
        this.services = services;
        this.integrations = integrations;
        this.interfaces = interfaces;
        this.teams = teams;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DoneImport> recent(ProjectId project) {
        return table.recent(project);
    }

    @Override
    @Transactional
    public DoneImport undo(ProjectId project, long id, Actor actor) {
        if (table.find(project, id).isEmpty()) {
            throw IngestProblem.IMPORT_IS_UNKNOWN.because("There is no import " + id + ".");
        }
        if (!table.undone(project, id)) {
            throw IngestProblem.IMPORT_STAYS.because(
                    "The import " + id + " is older than 24 hours, or was undone already.");
        }
        try {
            takeAway(project, table.added(project, id), actor);
        } catch (Problem problem) {
            throw problem.type() == IngestProblem.IMPORT_STAYS
                    ? problem
                    : IngestProblem.IMPORT_STAYS.because("Nothing was undone. " + problem.detail());
        }
        return table.find(project, id).orElseThrow();
    }

    private void takeAway(ProjectId project, Added added, Actor actor) {
        added.integrations.forEach((edge, version) -> {
            var at = edge.indexOf(':');
            var consumer = new ServiceKey(edge.substring(0, at));
            var provider = new ServiceKey(edge.substring(at + 1));
            integrations.delete(project, consumer, provider, IfMatch.version(version), actor);
        });
        added.services.forEach((key, version) -> {
            var service = new ServiceKey(key);
            refuseUsed(project, service);
            services.delete(project, service, IfMatch.version(version), actor);
        });
        added.teams.forEach((key, version) -> teams.delete(project, key, IfMatch.version(version), actor));
    }

    /** Removing a service removes what hangs on it, so nothing may. */
    private void refuseUsed(ProjectId project, ServiceKey service) {
        var integrated = integrations.all(project).stream()
                .anyMatch(
                        one -> one.consumer().equals(service) || one.provider().equals(service));
        if (integrated || interfaces.current(project, service).isPresent()) {
            throw IngestProblem.IMPORT_STAYS.because("Nothing was undone. The service " + service
                    + (integrated ? " has an integration added since." : " has an interface by now."));
        }
    }
}
