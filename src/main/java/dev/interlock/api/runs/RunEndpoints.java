package dev.interlock.api.runs;

import dev.interlock.execution.Rerun;
import dev.interlock.execution.Run;
import dev.interlock.execution.Runs;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Asks for runs and reads them. */
@RestController
@RequestMapping("/api/v1/projects/{project}/runs")
class RunEndpoints {
    private static final Pattern WAIT = Pattern.compile("(\\d{1,6})(ms|s|m)?");

    private final Runs runs;
    private final RunLookup lookup;

    RunEndpoints(Runs runs, RunLookup lookup) {
        this.runs = runs;
        this.lookup = lookup;
    }

    /** Which tests are run again. */
    record RerunWritten(@Nullable Rerun only) {}

    @PostMapping
    @Allow(value = Role.TESTER, scope = Scope.RUN_TRIGGER)
    ResponseEntity<RunShown> request(
            @RequestBody RunWritten written,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Access access) {
        return accepted(runs.request(access.project(), written.request(key), access.actor()));
    }

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<RunShown> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return runs.list(access.project(), FilterQuery.parse(q, Runs.FIELDS), after, limit)
                .map(RunShown::of);
    }

    @GetMapping("/{id}")
    @Allow(Role.VIEWER)
    ResponseEntity<RunShown> read(
            @PathVariable String id, @RequestParam(required = false) @Nullable String wait, Access access) {
        var run = lookup.require(access, id);
        var now = wait == null ? run : runs.await(access.project(), run.id(), duration(wait));
        return ResponseEntity.ok().eTag("\"" + now.lastEvent() + "\"").body(RunShown.of(now));
    }

    @PostMapping("/{id}/cancel")
    @Allow(value = Role.TESTER, scope = Scope.RUN_TRIGGER)
    RunShown cancel(@PathVariable String id, Access access) {
        return RunShown.of(
                runs.cancel(access.project(), lookup.require(access, id).id(), access.actor()));
    }

    @PostMapping("/{id}/rerun")
    @Allow(value = Role.TESTER, scope = Scope.RUN_TRIGGER)
    ResponseEntity<RunShown> rerun(
            @PathVariable String id, @RequestBody(required = false) @Nullable RerunWritten written, Access access) {
        var only = written == null || written.only() == null ? Rerun.FAILED : written.only();
        return accepted(runs.rerun(access.project(), lookup.require(access, id).id(), only, access.actor()));
    }

    private static ResponseEntity<RunShown> accepted(Run run) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/projects/{project}/runs/{key}")
                .buildAndExpand(projectKey(), run.key())
                .toUri();
        return ResponseEntity.accepted().location(address).body(RunShown.of(run));
    }

    private static String projectKey() {
        var parts = ServletUriComponentsBuilder.fromCurrentRequest().build().getPathSegments();
        return parts.get(parts.indexOf("projects") + 1);
    }

    /** A waiting time such as {@code 30s}; what cannot be read counts as none. */
    static Duration duration(String text) {
        var read = WAIT.matcher(text.strip());
        if (!read.matches()) {
            return Duration.ZERO;
        }
        var count = Long.parseLong(read.group(1));
        return switch (Objects.requireNonNullElse(read.group(2), "s")) {
            case "ms" -> Duration.ofMillis(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
    }
}
