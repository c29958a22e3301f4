package dev.interlock.catalog.environment;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.catalog.store.Faults;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.outbound.Opening;
import dev.interlock.outbound.OutboundPolicies;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps environments. */
@Component
class EnvironmentStore implements Environments {
    private static final int MOST = 50;
    private static final int MOST_OPENINGS = 100;
    private static final List<String> REMOVALS = List.of(
            "delete from catalog.deployed where project_id = :project and environment = :environment",
            "delete from catalog.deployment where project_id = :project and environment = :environment");

    private final EnvironmentRepository rows;
    private final Services services;
    private final TargetChecks checks;
    private final Identities identities;
    private final OutboundPolicies policies;
    private final ProjectLock lock;
    private final EnvironmentNews news;
    private final JdbcClient jdbc;

    EnvironmentStore(
            EnvironmentRepository rows,
            Services services,
            TargetChecks checks,
            Identities identities,
            OutboundPolicies policies,
            ProjectLock lock,
            EnvironmentNews news,
            JdbcClient jdbc) {
        this.rows = rows;
        this.services = services;
        this.checks = checks;
        this.identities = identities;
        this.policies = policies;
        this.lock = lock;
        this.news = news;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Environment> all(ProjectId project) {
        return rows.findByProjectIdOrderByKey(project.value()).stream()
                .map(EnvironmentRow::environment)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Environment> find(ProjectId project, EnvironmentKey key) {
        return rows.findByProjectIdAndKey(project.value(), key.value()).map(EnvironmentRow::environment);
    }

    @Override
    @Transactional
    public Environment put(ProjectId project, EnvironmentDraft draft, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        EnvironmentRules.check(
                draft, services.all(project).stream().collect(Collectors.toMap(Service::key, Service::kind)));
        var known = rows.findByProjectIdAndKey(project.value(), draft.key().value());
        known.ifPresent(row -> ifMatch.check("environment " + draft.key(), row.version()));
        var row = known.orElseGet(() -> added(project, draft.key()));
        row.take(draft);
        var stored = rows.saveAndFlush(row).environment();
        news.changed(project, draft.key(), known.isEmpty(), actor);
        return stored;
    }

    @Override
    @Transactional
    public void delete(ProjectId project, EnvironmentKey key, IfMatch ifMatch, Actor actor) {
        lock.hold(project);
        var row = row(project, key);
        ifMatch.check("environment " + key, row.version());
        REMOVALS.forEach(sql -> jdbc.sql(sql)
                .param("project", project.value())
                .param("environment", key.value())
                .update());
        checks.forget(project, key);
        rows.delete(row);
        rows.flush();
        news.deleted(project, key, actor);
    }

    @Override
    @Transactional
    public Environment open(ProjectId project, EnvironmentKey key, Opening opening, Actor actor) {
        lock.hold(project);
        var all = new ArrayList<>(row(project, key).environment().openings());
        if (!all.contains(opening)) {
            all.add(opening);
        }
        return setOpenings(project, key, all, actor);
    }

    @Override
    @Transactional
    public Environment setOpenings(ProjectId project, EnvironmentKey key, List<Opening> openings, Actor actor) {
        lock.hold(project);
        new Faults()
                .atMost("openings", openings, MOST_OPENINGS)
                .refuse(CatalogProblem.OPENING_IS_INVALID, "list of openings");
        var row = row(project, key);
        var before = row.environment().openings();
        row.open(openings);
        var stored = rows.saveAndFlush(row).environment();
        news.opened(project, key, before, openings, actor);
        return stored;
    }

    @Override
    public List<TargetCheck> check(ProjectId project, EnvironmentKey key) {
        var environment = find(project, key).orElseThrow(() -> unknown(key));
        return checks.run(
                project,
                environment,
                target -> policy(project, environment).with(identities.tls(project, environment, target.identity())));
    }

    @Override
    public List<TargetCheck> lastChecks(ProjectId project, EnvironmentKey key) {
        return checks.last(project, key);
    }

    @Override
    public OutboundPolicy policy(ProjectId project, EnvironmentKey key) {
        var environment = find(project, key).orElseThrow(() -> unknown(key));
        return policy(project, environment).with(identities.tls(project, environment, ""));
    }

    private OutboundPolicy policy(ProjectId project, Environment environment) {
        return policies.of(project + "/" + environment.key(), environment.openings(), environment.version());
    }

    private EnvironmentRow row(ProjectId project, EnvironmentKey key) {
        return rows.findByProjectIdAndKey(project.value(), key.value()).orElseThrow(() -> unknown(key));
    }

    private EnvironmentRow added(ProjectId project, EnvironmentKey key) {
        if (rows.countByProjectId(project.value()) >= MOST) {
            throw CatalogProblem.CATALOG_IS_FULL.because(
                    "The project has " + MOST + " environments, the most it can hold.");
        }
        return new EnvironmentRow(project, key);
    }

    private static Problem unknown(EnvironmentKey key) {
        return CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because("No environment has the key " + key + ".");
    }
}
