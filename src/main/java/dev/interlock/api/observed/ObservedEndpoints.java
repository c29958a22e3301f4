package dev.interlock.api.observed;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.Observations;
import dev.interlock.catalog.ObservedIntegration;
import dev.interlock.catalog.ObservedPath;
import dev.interlock.catalog.ObservedService;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What traces show. */
@RestController
@RequestMapping("/api/v1/projects/{project}/observed")
class ObservedEndpoints {
    private final Observations observations;

    ObservedEndpoints(Observations observations) {
        this.observations = observations;
    }

    /** Which integrations to take over, each as {@code consumer -> provider}; all when left out. */
    record Wanted(@Nullable List<String> integrations) {}

    @GetMapping("/services")
    @Allow(Role.VIEWER)
    Slice<ObservedService> services(Access access) {
        return new Slice<>(observations.services(access.project()), null);
    }

    @GetMapping("/integrations")
    @Allow(Role.VIEWER)
    Slice<ObservedIntegration> integrations(Access access) {
        return new Slice<>(observations.integrations(access.project()), null);
    }

    @GetMapping("/paths")
    @Allow(Role.VIEWER)
    Slice<ObservedPath> paths(@RequestParam(defaultValue = "100") int limit, Access access) {
        return new Slice<>(observations.paths(access.project(), limit), null);
    }

    @PostMapping("/accept")
    @Allow(Role.TESTER)
    Slice<Integration> accept(@RequestBody Wanted wanted, Access access) {
        var edges = wanted.integrations() == null ? List.<String>of() : wanted.integrations();
        return new Slice<>(observations.accept(access.project(), edges, access.actor()), null);
    }
}
