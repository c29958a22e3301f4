package dev.interlock.catalog.graph;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.store.Faults;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps integrations. */
@Component
class IntegrationStore implements Integrations {
    private static final int MOST = 3_000;

    private final IntegrationRepository rows;
    private final PathRepository paths;
    private final Services services;
    private final ProjectLock lock;
    private final AuditLog audit;

    IntegrationStore(
            IntegrationRepository rows, PathRepository paths, Services services, ProjectLock lock, AuditLog audit) {
        this.rows = rows;
        this.paths = paths;
        this.services = services;
        this.lock = lock;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integration> all(ProjectId project) {
        return rows.findByProjectIdOrderByConsumerAscProviderAsc(project.value()).stream()
                .map(IntegrationRow::integration)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Integration> find(ProjectId project, ServiceKey consumer, ServiceKey provider) {
        return row(project, consumer, provider).map(IntegrationRow::integration);
    }

    @Override
    @Transactional
    public Integration put(ProjectId project, IntegrationDraft draft, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        check(project, draft);
        var known = row(project, draft.consumer(), draft.provider());
        known.ifPresent(row -> ifMatch.check("integration " + edge(draft.consumer(), draft.provider()), row.version()));
        var stored = store(project, draft, known);
        audit.record(
                project,
                actor,
                known.isPresent() ? "integration.change" : "integration.create",
                "integration " + edge(draft.consumer(), draft.provider()),
                null,
                null);
        return stored;
    }

    @Override
    @Transactional
    public Integration learn(ProjectId project, IntegrationDraft seen, Actor actor) {
        lock.hold(project);
        check(project, seen);
        var known = row(project, seen.consumer(), seen.provider());
        var merged = known.map(row -> Learning.merged(row.integration(), seen)).orElse(seen);
        var same = known.map(IntegrationRow::integration)
                .filter(before -> Learning.adds(before, merged).isEmpty());
        return same.orElseGet(() -> store(project, merged, known));
    }

    @Override
    @Transactional
    public void delete(ProjectId project, ServiceKey consumer, ServiceKey provider, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        var row = row(project, consumer, provider)
                .orElseThrow(() -> CatalogProblem.INTEGRATION_IS_UNKNOWN.because(
                        "There is no integration " + edge(consumer, provider) + "."));
        ifMatch.check("integration " + edge(consumer, provider), row.version());
        refuseInUse(project, consumer, provider);
        rows.delete(row);
        rows.flush();
        audit.record(project, actor, "integration.delete", "integration " + edge(consumer, provider), null, null);
    }

    private Integration store(ProjectId project, IntegrationDraft draft, Optional<IntegrationRow> known) {
        if (known.isEmpty() && rows.countByProjectId(project.value()) >= MOST) {
            throw CatalogProblem.CATALOG_IS_FULL.because(
                    "The project has " + MOST + " integrations, the most it can hold.");
        }
        var row = known.orElseGet(() -> new IntegrationRow(project, draft.consumer(), draft.provider()));
        row.take(draft);
        return rows.saveAndFlush(row).integration();
    }

    private void refuseInUse(ProjectId project, ServiceKey consumer, ServiceKey provider) {
        var using = paths.findByProjectIdOrderByKey(project.value()).stream()
                .map(PathRow::path)
                .filter(path -> path.hops().stream()
                        .anyMatch(hop -> hop.consumer().equals(consumer)
                                && hop.provider().equals(provider)))
                .map(path -> path.key().value())
                .toList();
        if (!using.isEmpty()) {
            throw CatalogProblem.INTEGRATION_IS_IN_USE.because("%d paths travel over %s: %s."
                    .formatted(
                            using.size(),
                            edge(consumer, provider),
                            String.join(", ", using.subList(0, Math.min(10, using.size())))));
        }
    }

    private void check(ProjectId project, IntegrationDraft draft) {
        var known = services.all(project).stream().map(Service::key).collect(Collectors.toSet());
        var faults = new Faults()
                .known(
                        "services",
                        "services",
                        List.of(draft.consumer(), draft.provider()),
                        known,
                        "Register them first, or correct the keys.")
                .require(
                        !draft.consumer().equals(draft.provider()),
                        "provider",
                        "is the consumer itself",
                        "Name two different services.")
                .text("description", draft.description(), 4_000)
                .atMost("protocols", draft.protocols(), 20);
        draft.protocols().forEach(use -> check(faults, use));
        faults.refuse(CatalogProblem.INTEGRATION_IS_INVALID, "integration " + edge(draft.consumer(), draft.provider()));
    }

    private static void check(Faults faults, ProtocolUse use) {
        faults.text("protocols/protocol", use.protocol(), 40).atMost("protocols/operations", use.operations(), 500);
        use.operations().forEach(operation -> faults.text("protocols/operations", operation, 500));
    }

    private Optional<IntegrationRow> row(ProjectId project, ServiceKey consumer, ServiceKey provider) {
        return rows.findByProjectIdAndConsumerAndProvider(project.value(), consumer.value(), provider.value());
    }

    private static String edge(ServiceKey consumer, ServiceKey provider) {
        return consumer + " -> " + provider;
    }
}
