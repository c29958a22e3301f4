package dev.interlock.api.schedules;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.PlanKey;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.schedule.Firing;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.ScheduleProblem;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Triggers of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/triggers")
class TriggerEndpoints {
    private final Triggers triggers;

    TriggerEndpoints(Triggers triggers) {
        this.triggers = triggers;
    }

    /** Which news are taken; what is left out takes all. */
    record FilterWritten(
            @Nullable List<String> services,
            @Nullable String environment,
            @Nullable String branch,
            @Nullable Boolean breakingOnly,
            @Nullable Boolean failedOnly) {
        TriggerFilter filter() {
            return new TriggerFilter(
                    Objects.requireNonNullElse(services, List.<String>of()).stream()
                            .map(ServiceKey::new)
                            .toList(),
                    Objects.requireNonNullElse(environment, ""),
                    Objects.requireNonNullElse(branch, ""),
                    Boolean.TRUE.equals(breakingOnly),
                    Boolean.TRUE.equals(failedOnly));
        }

        static FilterWritten of(TriggerFilter filter) {
            return new FilterWritten(
                    filter.services().stream().map(ServiceKey::value).toList(),
                    filter.environment(),
                    filter.branch(),
                    filter.breakingOnly(),
                    filter.failedOnly());
        }
    }

    /** What is written of a trigger; without a plan it starts the tests of what changed. */
    record TriggerWritten(
            @Nullable TriggerEvent event,
            @Nullable FilterWritten filter,
            @Nullable String plan,
            @Nullable String environment,
            @Nullable Long debounceMs,
            @Nullable Overlap overlap,
            @Nullable Boolean enabled) {
        TriggerDraft draft() {
            if (event == null) {
                throw ScheduleProblem.TRIGGER_IS_WRONG.because("The field \"event\" is missing.");
            }
            return new TriggerDraft(
                    event,
                    filter == null ? TriggerFilter.ALL : filter.filter(),
                    plan == null ? null : new PlanKey(plan),
                    environment == null ? null : new EnvironmentKey(environment),
                    Duration.ofMillis(Objects.requireNonNullElse(debounceMs, 1_000L)),
                    Objects.requireNonNullElse(overlap, Overlap.QUEUE),
                    Objects.requireNonNullElse(enabled, true));
        }
    }

    /** A trigger as JSON. */
    record TriggerShown(
            String key,
            TriggerEvent event,
            FilterWritten filter,
            @Nullable String plan,
            @Nullable String environment,
            long debounceMs,
            Overlap overlap,
            boolean enabled,
            int waiting,
            @Nullable String lastRun) {
        static TriggerShown of(Trigger trigger) {
            var draft = trigger.draft();
            return new TriggerShown(
                    trigger.key().value(),
                    draft.event(),
                    FilterWritten.of(draft.filter()),
                    text(draft.plan()),
                    text(draft.environment()),
                    draft.debounce().toMillis(),
                    draft.overlap(),
                    draft.enabled(),
                    trigger.waiting(),
                    text(trigger.lastRun()));
        }

        private static @Nullable String text(@Nullable Object value) {
            return Optional.ofNullable(value).map(Object::toString).orElse(null);
        }
    }

    /** What became of news. */
    record FiringShown(
            Instant at, int news, String cause, @Nullable String run, String reason) {
        static FiringShown of(Firing firing) {
            var run = firing.run();
            return new FiringShown(
                    firing.at(), firing.news(), firing.cause(), run == null ? null : run.toString(), firing.reason());
        }
    }

    /** A secret, shown this once. */
    record SecretShown(String secret) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<TriggerShown> list(Access access) {
        return new Slice<>(
                triggers.all(access.project()).stream().map(TriggerShown::of).toList(), null);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<TriggerShown> read(@PathVariable String key, Access access) {
        return entity(find(key, access));
    }

    @GetMapping("/{key}/firings")
    @Allow(Role.VIEWER)
    Slice<FiringShown> firings(@PathVariable String key, Access access) {
        var trigger = find(key, access);
        return new Slice<>(
                triggers.firings(access.project(), trigger.key()).stream()
                        .map(FiringShown::of)
                        .toList(),
                null);
    }

    @PutMapping("/{key}")
    @Allow(Role.MANAGER)
    ResponseEntity<TriggerShown> put(
            @PathVariable String key,
            @RequestBody TriggerWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        return entity(triggers.put(
                access.project(), new TriggerKey(key), written.draft(), IfMatch.header(ifMatch), access.actor()));
    }

    /** Makes a new secret for the webhook; the one before is void. */
    @PostMapping("/{key}/secret")
    @Allow(Role.ADMIN)
    SecretShown renewSecret(@PathVariable String key, Access access) {
        return new SecretShown(triggers.renewSecret(access.project(), new TriggerKey(key), access.actor()));
    }

    @DeleteMapping("/{key}")
    @Allow(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        triggers.delete(access.project(), new TriggerKey(key), IfMatch.header(ifMatch), access.actor());
    }

    private Trigger find(String key, Access access) {
        return triggers.find(access.project(), new TriggerKey(key))
                .orElseThrow(() -> ScheduleProblem.TRIGGER_IS_UNKNOWN.because("There is no trigger \"" + key + "\"."));
    }

    private static ResponseEntity<TriggerShown> entity(Trigger trigger) {
        return ResponseEntity.ok().eTag("\"" + trigger.version() + "\"").body(TriggerShown.of(trigger));
    }
}
