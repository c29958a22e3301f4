package dev.interlock.api.access;

import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SignedIn;
import dev.interlock.security.Token;
import dev.interlock.security.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API tokens of a project. */
@RestController
@Allow(value = Role.ADMIN, scope = Scope.ADMIN)
@RequestMapping("/api/v1/projects/{project}/tokens")
class TokenEndpoints {
    private static final Duration USUAL = Duration.ofDays(90);

    private final Tokens tokens;
    private final InstantSource clock;

    TokenEndpoints(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token as JSON; its text is in the answer that made it only. */
    record Shown(
            long id,
            String name,
            String prefix,
            List<String> scopes,
            String owner,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom,
            @Nullable String token) {
        static Shown of(Token token, @Nullable String text) {
            return new Shown(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.scopes().stream().map(Scope::word).sorted().toList(),
                    token.owner(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    token.lastUsedFrom(),
                    text);
        }
    }

    /** What a token shall be. */
    record Written(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {}

    @GetMapping
    Slice<Shown> list(Access access) {
        var shown = tokens.list(access.project()).stream()
                .map(token -> Shown.of(token, null))
                .toList();
        return new Slice<>(shown, null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Written written, Access access, SignedIn asker) {
        var validFor = written.expiresAt() == null ? USUAL : Duration.between(clock.instant(), written.expiresAt());
        var wanted = new Tokens.Wanted(
                Objects.requireNonNullElse(written.name(), ""), Words.scopes(written.scopes()), validFor);
        var made = tokens.create(access.project(), wanted, asker);
        return Shown.of(made.token(), made.text());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Access access, SignedIn asker) {
        tokens.revoke(access.project(), id, asker);
    }
}
