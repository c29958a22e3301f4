package dev.interlock.api.testing;

import dev.interlock.ingest.Rename;
import dev.interlock.ingest.Renames;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reported tests under another name: proposed when a report shows it, decided by people. */
@RestController
@RequestMapping("/api/v1/projects/{project}/results/renames")
class RenameEndpoints {
    private final Renames renames;

    RenameEndpoints(Renames renames) {
        this.renames = renames;
    }

    /** All renames of a project. */
    record Listed(List<Rename> renames) {}

    /** A rename somebody knows of. */
    record Said(@Nullable String name, @Nullable String former) {}

    /** Whether it is one. */
    record Decision(boolean accepted) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Listed list(Access access) {
        return new Listed(renames.all(access.project()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Role.TESTER)
    Rename add(@RequestBody Said said, Access access) {
        var name = Objects.requireNonNullElse(said.name(), "");
        return renames.add(access.project(), name, Objects.requireNonNullElse(said.former(), ""), access.actor());
    }

    @PatchMapping("/{id}")
    @Allow(Role.TESTER)
    Rename decide(@PathVariable long id, @RequestBody Decision decision, Access access) {
        return renames.decide(access.project(), id, decision.accepted(), access.actor());
    }
}
