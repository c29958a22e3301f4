package dev.interlock.api.catalog;

import dev.interlock.api.Answers;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import java.util.List;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Integration paths. */
@RestController
@RequestMapping("/api/v1/projects/{project}/paths")
class PathEndpoints {
    private static final Listing<PathShown> LIST = new Listing<PathShown>(
                    "paths", path -> path.key().value(), path -> path.key() + " " + path.name())
            .field(
                    "service",
                    path -> path.services().stream().map(ServiceKey::value).toList())
            .field("team", path -> List.of(path.team()))
            .field("requirement", PathShown::requirements)
            .field("origin", path -> List.of(path.origin().name()))
            .field(
                    "band",
                    path -> List.of(path.band() == null ? "" : path.band().name()))
            .field(
                    "risk",
                    path -> List.of(path.score() == null ? "" : path.score().toString()));

    private final Paths paths;
    private final RiskBoard risk;

    PathEndpoints(Paths paths, RiskBoard risk) {
        this.paths = paths;
        this.risk = risk;
    }

    /** A proposal; storing its path accepts it. */
    record Proposed(PathShown path, String why, double weight) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<PathShown> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        var risks = risk.all(access.project()).stream().collect(Collectors.toMap(PathRisk::path, one -> one));
        var all = paths.all(access.project()).stream()
                .map(path -> PathShown.of(path, risks.get(path.key())))
                .toList();
        return LIST.part(access.project(), all, q, after, limit);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<PathShown> read(@PathVariable String key, Access access) {
        var path = paths.find(access.project(), PathKey.of(key))
                .orElseThrow(() -> CatalogProblem.PATH_IS_UNKNOWN.because("No path has the key " + key + "."));
        return Answers.entity(shown(path, access), path.version());
    }

    @PutMapping("/{key}")
    @Allow(Role.TESTER)
    ResponseEntity<PathShown> put(
            @PathVariable String key,
            @RequestBody PathWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var draft = written.draft(PathKey.of(key));
        var stored = paths.put(access.project(), draft, IfMatch.header(ifMatch), access.actor());
        return Answers.entity(shown(stored, access), stored.version());
    }

    @DeleteMapping("/{key}")
    @Allow(Role.TESTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        paths.delete(access.project(), PathKey.of(key), IfMatch.header(ifMatch), access.actor());
    }

    /** What the integrations suggest; nothing is stored. */
    @PostMapping("/propose")
    @Allow(value = Role.VIEWER, scope = Scope.READ)
    Slice<Proposed> propose(@RequestParam(defaultValue = "50") int limit, Access access) {
        return new Slice<>(
                paths.propose(access.project(), limit).stream()
                        .map(one -> new Proposed(PathShown.of(one.draft()), one.why(), one.weight()))
                        .toList(),
                null);
    }

    private PathShown shown(IntegrationPath path, Access access) {
        return PathShown.of(path, risk.of(access.project(), path.key()).orElse(null));
    }
}
