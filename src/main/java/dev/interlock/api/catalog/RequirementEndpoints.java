package dev.interlock.api.catalog;

import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.Requirements;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requirements as links. */
@RestController
@RequestMapping("/api/v1/projects/{project}/requirements")
class RequirementEndpoints {
    private static final Listing<Requirement> LIST =
            new Listing<>("requirements", Requirement::reference, one -> one.reference() + " " + one.title());

    private final Requirements requirements;

    RequirementEndpoints(Requirements requirements) {
        this.requirements = requirements;
    }

    /** What is written of a requirement. */
    record Written(
            @Nullable String url,
            @Nullable String title,
            @Nullable Integer impact) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Requirement> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return LIST.part(access.project(), requirements.all(access.project()), q, after, limit);
    }

    @PutMapping("/{reference}")
    @Allow(Role.TESTER)
    Requirement put(@PathVariable String reference, @RequestBody Written written, Access access) {
        var requirement = new Requirement(
                reference, Given.or(written.url(), ""), Given.or(written.title(), ""), written.impact());
        return requirements.put(access.project(), requirement, access.actor());
    }

    @DeleteMapping("/{reference}")
    @Allow(Role.TESTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String reference, Access access) {
        requirements.delete(access.project(), reference, access.actor());
    }
}
