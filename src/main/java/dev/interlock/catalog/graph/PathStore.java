package dev.interlock.catalog.graph;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps integration paths. */
@Component
class PathStore implements Paths {
    private static final int MOST = 5_000;
    private static final String THROUGH =
            "select path from catalog.path_service where project_id = :project and service = :service";
    private static final String FORGET =
            "delete from catalog.path_service where project_id = :project and path = :path";
    private static final String REMEMBER = """
            insert into catalog.path_service (project_id, service, path)
            select :project, service, :path from unnest(:services::text[]) as met (service)
            """;

    private final PathRepository rows;
    private final KeptPaths kept;
    private final JdbcClient jdbc;
    private final Services services;
    private final Integrations integrations;
    private final Proposing proposing;
    private final ProjectLock lock;
    private final PathNews news;

    PathStore(
            PathRepository rows,
            KeptPaths kept,
            JdbcClient jdbc,
            Services services,
            Integrations integrations,
            Proposing proposing,
            ProjectLock lock,
            PathNews news) {
        this.rows = rows;
        this.kept = kept;
        this.jdbc = jdbc;
        this.services = services;
        this.integrations = integrations;
        this.proposing = proposing;
        this.lock = lock;
        this.news = news;
    }

    @Override
    @Transactional(readOnly = true)
    public List<IntegrationPath> all(ProjectId project) {
        return kept.all(project, keys -> read(project, keys));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IntegrationPath> find(ProjectId project, PathKey key) {
        return rows.findByProjectIdAndKey(project.value(), key.value()).map(PathRow::path);
    }

    @Override
    @Transactional
    public IntegrationPath put(ProjectId project, PathDraft draft, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        var hops = PathRules.check(
                draft, services.all(project).stream().map(Service::key).collect(Collectors.toSet()));
        var known = rows.findByProjectIdAndKey(project.value(), draft.key().value());
        known.ifPresent(row -> ifMatch.check("path " + draft.key(), row.version()));
        var row = known.orElseGet(() -> added(project, draft.key()));
        row.take(draft, hops);
        var stored = rows.saveAndFlush(row).path();
        remember(project, stored);
        declare(project, hops, actor);
        news.changed(project, draft.key(), known.isEmpty(), actor);
        return stored;
    }

    @Override
    @Transactional
    public void delete(ProjectId project, PathKey key, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        var row = rows.findByProjectIdAndKey(project.value(), key.value())
                .orElseThrow(() -> CatalogProblem.PATH_IS_UNKNOWN.because("No path has the key " + key + "."));
        ifMatch.check("path " + key, row.version());
        forget(project, key);
        rows.delete(row);
        rows.flush();
        news.deleted(project, key, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PathProposal> propose(ProjectId project, int limit) {
        return proposing.propose(project, all(project), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<IntegrationPath> through(ProjectId project, ServiceKey service) {
        var keys = jdbc.sql(THROUGH)
                .param("project", project.value())
                .param("service", service.value())
                .query((row, number) -> PathKey.of(row.getString(1)).value())
                .list();
        return read(project, keys);
    }

    private List<IntegrationPath> read(ProjectId project, Collection<String> keys) {
        return rows.findByProjectIdAndKeyInOrderByKey(project.value(), keys).stream()
                .map(PathRow::path)
                .toList();
    }

    private PathRow added(ProjectId project, PathKey key) {
        if (rows.countByProjectId(project.value()) >= MOST) {
            throw CatalogProblem.CATALOG_IS_FULL.because("The project has " + MOST + " paths, the most it can hold.");
        }
        return new PathRow(project, key);
    }

    private void remember(ProjectId project, IntegrationPath path) {
        forget(project, path.key());
        jdbc.sql(REMEMBER)
                .param("project", project.value())
                .param("path", path.key().value())
                .param(
                        "services",
                        path.services().stream().map(ServiceKey::value).toArray(String[]::new))
                .update();
    }

    private void forget(ProjectId project, PathKey key) {
        jdbc.sql(FORGET)
                .param("project", project.value())
                .param("path", key.value())
                .update();
    }

    private void declare(ProjectId project, List<Hop> hops, Actor actor) {
        var known = integrations.all(project).stream()
                .map(integration -> integration.consumer() + " -> " + integration.provider())
                .collect(Collectors.toSet());
        hops.stream()
                .filter(hop -> known.add(hop.edge()))
                .forEach(hop ->
                        integrations.learn(project, IntegrationDraft.http(hop.consumer(), hop.provider()), actor));
    }
}
