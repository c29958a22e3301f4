package dev.interlock.execution.book;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.PlanValues;
import dev.interlock.plan.Scope;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Takes down what a run uses, as it is when the run is accepted. */
@Component
class Pinning {
    private final Interfaces interfaces;
    private final Versions versions;

    Pinning(Interfaces interfaces, Versions versions) {
        this.interfaces = interfaces;
        this.versions = versions;
    }

    PinnedRun pin(ProjectId project, CheckedRequest checked, RunRequest request) {
        var plan = checked.plan();
        return new PinnedRun(
                checked.environment(),
                revisions(project, checked.environment()),
                request.labels().variables(),
                plan == null ? GateRules.standard() : plan.gate(),
                values(checked, request));
    }

    /** What a trial needs. */
    PinnedRun pin(ProjectId project, Environment environment) {
        return new PinnedRun(environment, revisions(project, environment), Map.of(), GateRules.standard(), null);
    }

    /** What is deployed there, by the reports, and what the caller knows better. */
    Map<ServiceKey, String> versions(ProjectId project, Environment environment, RunLabels labels) {
        var met = new TreeMap<>(versions.deployed(project, environment.key()));
        met.putAll(labels.versions());
        return met;
    }

    private Map<ServiceKey, Long> revisions(ProjectId project, Environment environment) {
        var revisions = new TreeMap<ServiceKey, Long>();
        environment
                .targets()
                .keySet()
                .forEach(service -> interfaces
                        .current(project, service)
                        .ifPresent(revision -> revisions.put(service, revision.id())));
        return revisions;
    }

    private static PlanValues values(CheckedRequest checked, RunRequest request) {
        var plan = checked.plan();
        var scope = request.scope();
        var suite = scope.suite();
        var base = plan != null
                ? plan.values()
                : PlanValues.all(
                        Scope.of(
                                suite == null ? List.of() : List.of(suite),
                                scope.query(),
                                scope.changed(),
                                scope.tests()),
                        checked.environment().key());
        var budget = request.limits().budget();
        var workers = request.limits().workers();
        return new PlanValues(
                base.scope(),
                checked.environment().key(),
                budget != null ? budget : base.budget(),
                workers != null ? workers : base.workers(),
                base.pins(),
                base.drops());
    }
}
