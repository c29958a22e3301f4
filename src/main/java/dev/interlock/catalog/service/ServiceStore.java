package dev.interlock.catalog.service;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceChanged;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.store.Faults;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps services. */
@Component
class ServiceStore implements Services {
    private static final int MOST = 500;
    private static final String PATHS =
            "select path from catalog.path_service where project_id = :project and service = :service order by path";
    private static final List<String> REMOVALS = List.of(
            "delete from catalog.interface_operation where project_id = :project and revision_id in (select id from catalog.interface_revision where project_id = :project and service = :service)",
            "delete from catalog.interface_revision where project_id = :project and service = :service",
            "delete from catalog.service_version where project_id = :project and service = :service",
            "delete from catalog.deployment where project_id = :project and service = :service",
            "delete from catalog.deployed where project_id = :project and service = :service",
            "delete from catalog.target_check where project_id = :project and service = :service",
            "delete from catalog.integration where project_id = :project and (consumer = :service or provider = :service)");

    private final ServiceRepository rows;
    private final JdbcClient jdbc;
    private final ProjectLock lock;
    private final AuditLog audit;
    private final ApplicationEventPublisher news;

    ServiceStore(
            ServiceRepository rows, JdbcClient jdbc, ProjectLock lock, AuditLog audit, ApplicationEventPublisher news) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.lock = lock;
        this.audit = audit;
        this.news = news;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Service> all(ProjectId project) {
        return rows.findByProjectIdOrderByKey(project.value()).stream()
                .map(ServiceRow::service)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Service> find(ProjectId project, ServiceKey key) {
        return rows.findByProjectIdAndKey(project.value(), key.value()).map(ServiceRow::service);
    }

    @Override
    @Transactional
    public Service put(ProjectId project, ServiceDraft draft, IfMatch ifMatch, Actor actor) {
        check(draft);
        lock.hold(project);
        var known = rows.findByProjectIdAndKey(project.value(), draft.key().value());
        known.ifPresent(row -> ifMatch.check("service " + draft.key(), row.version()));
        var row = known.orElseGet(() -> added(project, draft.key()));
        row.take(draft);
        var stored = rows.saveAndFlush(row).service();
        audit.record(
                project,
                actor,
                known.isPresent() ? "service.change" : "service.create",
                "service " + draft.key(),
                null,
                null);
        news.publishEvent(new ServiceChanged(project, draft.key(), false));
        return stored;
    }

    /** The service, registered with what is known when it is not yet; used by reports that name a new service. */
    @Transactional
    public Service ensure(ProjectId project, ServiceKey key, Actor actor) {
        return find(project, key)
                .orElseGet(() -> put(project, ServiceDraft.of(key, ServiceKind.INTERNAL), IfMatch.any(), actor));
    }

    @Override
    @Transactional
    public void delete(ProjectId project, ServiceKey key, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        var row = rows.findByProjectIdAndKey(project.value(), key.value())
                .orElseThrow(() -> CatalogProblem.SERVICE_IS_UNKNOWN.because("No service has the key " + key + "."));
        ifMatch.check("service " + key, row.version());
        refuseInUse(project, key);
        REMOVALS.forEach(sql -> jdbc.sql(sql)
                .param("project", project.value())
                .param("service", key.value())
                .update());
        rows.delete(row);
        rows.flush();
        audit.record(project, actor, "service.delete", "service " + key, null, null);
        news.publishEvent(new ServiceChanged(project, key, true));
    }

    private void refuseInUse(ProjectId project, ServiceKey key) {
        var paths = jdbc.sql(PATHS)
                .param("project", project.value())
                .param("service", key.value())
                .query(String.class)
                .list();
        if (!paths.isEmpty()) {
            throw CatalogProblem.SERVICE_IS_IN_USE.because("%d paths travel through %s: %s."
                    .formatted(paths.size(), key, String.join(", ", paths.subList(0, Math.min(10, paths.size())))));
        }
    }

    private ServiceRow added(ProjectId project, ServiceKey key) {
        if (rows.countByProjectId(project.value()) >= MOST) {
            throw CatalogProblem.CATALOG_IS_FULL.because(
                    "The project has " + MOST + " services, the most it can hold.");
        }
        return new ServiceRow(project, key);
    }

    private static void check(ServiceDraft draft) {
        var faults = new Faults()
                .text("name", draft.name(), 120)
                .team("owner", draft.owner())
                .text("description", draft.description(), 4_000)
                .atMost("tags", draft.tags(), 30)
                .require(
                        draft.criticality() >= 1 && draft.criticality() <= 5,
                        "criticality",
                        "is " + draft.criticality(),
                        "Use 1 (hardly matters) to 5 (the business stops).");
        draft.tags().forEach(tag -> faults.text("tags", tag, 60));
        faults.refuse(CatalogProblem.SERVICE_IS_INVALID, "service " + draft.key());
    }
}
