package dev.interlock.risk.store;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskOverride;
import dev.interlock.risk.RiskProblem;
import dev.interlock.security.AuditLog;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes overrides and ratings; each is checked, audited and leaves a point in the history of the paths it moves. */
@Component
class Opinions {
    private static final int LONGEST_DAYS = 180;
    private static final int LONGEST_REASON = 500;

    private final Overrides overrides;
    private final ServiceNotes notes;
    private final Paths paths;
    private final Services services;
    private final ScoreNotes scoreNotes;
    private final AuditLog audit;
    private final InstantSource clock;

    Opinions(
            Overrides overrides,
            ServiceNotes notes,
            Paths paths,
            Services services,
            ScoreNotes scoreNotes,
            AuditLog audit,
            InstantSource clock) {
        this.overrides = overrides;
        this.notes = notes;
        this.paths = paths;
        this.services = services;
        this.scoreNotes = scoreNotes;
        this.audit = audit;
        this.clock = clock;
    }

    void override(ProjectId project, PathKey path, RiskOverride wanted, Actor actor) {
        requirePath(project, path);
        var faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw RiskProblem.OVERRIDE_IS_INVALID.because("The override of " + path + " was not stored.", faults);
        }
        var before = overrides.of(project).get(path.value());
        var stored = new RiskOverride(
                wanted.likelihood(), wanted.impact(), wanted.reason().strip(), wanted.expires(), actor.name());
        overrides.put(project, path.value(), stored);
        audit.record(project, actor, "path.override", path.value(), words(before), words(stored));
        scoreNotes.of(project, path, "override by " + actor.name() + ": " + stored.reason());
    }

    void removeOverride(ProjectId project, PathKey path, Actor actor) {
        requirePath(project, path);
        var before = overrides.of(project).get(path.value());
        if (before != null) {
            overrides.remove(project, path.value());
            audit.record(project, actor, "path.override.remove", path.value(), words(before), null);
            scoreNotes.of(project, path, "override removed by " + actor.name());
        }
    }

    void rate(
            ProjectId project,
            ServiceKey service,
            @Nullable Integer likelihood,
            @Nullable Integer impact,
            Actor actor) {
        var known = services.find(project, service)
                .orElseThrow(() -> CatalogProblem.SERVICE_IS_UNKNOWN.because("There is no service " + service + "."));
        refuse(likelihood, impact);
        if (impact != null && impact != known.criticality()) {
            var draft = known.draft();
            services.put(
                    project,
                    new ServiceDraft(
                            draft.key(),
                            draft.name(),
                            draft.kind(),
                            draft.owner(),
                            impact,
                            draft.description(),
                            draft.tags()),
                    IfMatch.version(known.version()),
                    actor);
        }
        if (likelihood != null) {
            notes.save(project, notes.of(project, service.value()).rated(likelihood));
        }
        audit.record(project, actor, "service.rate", service.value(), null, words(likelihood, impact));
        scoreNotes.through(project, service, service + " rated by " + actor.name());
    }

    void rate(ProjectId project, PathKey path, @Nullable Integer likelihood, @Nullable Integer impact, Actor actor) {
        var known = paths.find(project, path)
                .orElseThrow(() -> CatalogProblem.PATH_IS_UNKNOWN.because("There is no path " + path + "."));
        refuse(likelihood, impact);
        var draft = known.draft();
        paths.put(
                project,
                new PathDraft(
                        draft.key(),
                        draft.name(),
                        draft.services(),
                        draft.hops(),
                        likelihood == null ? draft.likelihoodRating() : likelihood,
                        impact == null ? draft.impactRating() : impact,
                        draft.requirements(),
                        draft.team(),
                        draft.origin()),
                IfMatch.version(known.version()),
                actor);
        audit.record(project, actor, "path.rate", path.value(), null, words(likelihood, impact));
        scoreNotes.of(project, path, "rated by " + actor.name());
    }

    private void requirePath(ProjectId project, PathKey path) {
        if (paths.find(project, path).isEmpty()) {
            throw CatalogProblem.PATH_IS_UNKNOWN.because("There is no path " + path + ".");
        }
    }

    private List<Finding> faults(RiskOverride override) {
        var faults = new ArrayList<Finding>();
        var likelihood = override.likelihood();
        var impact = override.impact();
        if (likelihood == null && impact == null) {
            faults.add(Finding.error("likelihood", "neither likelihood nor impact is set", "Set one of them."));
        }
        if (likelihood != null && !(likelihood >= 0 && likelihood <= 1)) {
            faults.add(Finding.error("likelihood", "not between 0 and 1", "Write 0.4 for 40 %."));
        }
        if (impact != null && (impact < 1 || impact > 5)) {
            faults.add(Finding.error("impact", "not between 1 and 5", ""));
        }
        if (override.reason().isBlank() || override.reason().length() > LONGEST_REASON) {
            faults.add(Finding.error("reason", "a reason of 1 to 500 characters is missing", ""));
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (override.expires().isBefore(today) || override.expires().isAfter(today.plusDays(LONGEST_DAYS))) {
            faults.add(Finding.error("expires", "the last day is not within the next 180 days", ""));
        }
        return faults;
    }

    private static void refuse(@Nullable Integer likelihood, @Nullable Integer impact) {
        var faults = new ArrayList<Finding>();
        if (likelihood != null && (likelihood < 1 || likelihood > 5)) {
            faults.add(Finding.error("likelihood", "not between 1 and 5", ""));
        }
        if (impact != null && (impact < 1 || impact > 5)) {
            faults.add(Finding.error("impact", "not between 1 and 5", ""));
        }
        if (!faults.isEmpty()) {
            throw RiskProblem.RATING_IS_INVALID.because("The rating was not stored.", faults);
        }
    }

    private static String words(@Nullable Integer likelihood, @Nullable Integer impact) {
        return "likelihood " + (likelihood == null ? "as it was" : likelihood) + ", impact "
                + (impact == null ? "as it was" : impact);
    }

    private static @Nullable String words(@Nullable RiskOverride override) {
        return override == null
                ? null
                : "likelihood " + override.likelihood() + ", impact " + override.impact() + " until "
                        + override.expires() + ": " + override.reason();
    }
}
