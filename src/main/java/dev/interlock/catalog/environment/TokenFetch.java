package dev.interlock.catalog.environment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Identity;
import dev.interlock.outbound.GuardedHttp;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.OutboundFailure;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.OutboundRequest;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fetches OAuth tokens by client credentials and keeps them until shortly before they expire. */
@Component
class TokenFetch {
    private static final Duration TOTAL = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration UNSAID = Duration.ofMinutes(5);
    private static final int MOST_TOKENS = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record Holder(ProjectId project, EnvironmentKey environment, String identity) {}

    private record Token(String value, Instant until) {}

    private final GuardedHttp http;
    private final InstantSource clock;
    private final Cache<Holder, Token> tokens =
            Caffeine.newBuilder().maximumSize(MOST_TOKENS).build();

    TokenFetch(GuardedHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    String token(Holder holder, Identity identity, String secret, OutboundPolicy policy) {
        var kept = tokens.getIfPresent(holder);
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.value();
        }
        var fetched = fetch(holder, identity, secret, policy);
        tokens.put(holder, fetched);
        return fetched.value();
    }

    void forget(Holder holder) {
        tokens.invalidate(holder);
    }

    void forgetAll(ProjectId project, EnvironmentKey environment) {
        tokens.asMap()
                .keySet()
                .removeIf(holder ->
                        holder.project().equals(project) && holder.environment().equals(environment));
    }

    /** Proves itself in the header first, as the standard asks servers to take; in the body where that is refused. */
    private Token fetch(Holder holder, Identity identity, String secret, OutboundPolicy policy) {
        var form = "grant_type=client_credentials";
        if (!identity.scopes().isEmpty()) {
            form += "&scope=" + escaped(String.join(" ", identity.scopes()));
        }
        var proof = new Header("Authorization", "Basic " + basic(escaped(identity.username()), escaped(secret)));
        var answer = post(holder, identity, List.of(proof), form, policy);
        if (answer.status() == 400 || answer.status() == 401) {
            var inBody = form + "&client_id=" + escaped(identity.username()) + "&client_secret=" + escaped(secret);
            answer = post(holder, identity, List.of(), inBody, policy);
        }
        return read(holder, answer);
    }

    private OutboundAnswer post(
            Holder holder, Identity identity, List<Header> proof, String form, OutboundPolicy policy) {
        var headers = new ArrayList<>(proof);
        headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
        headers.add(new Header("Accept", "application/json"));
        var body = form.getBytes(StandardCharsets.UTF_8);
        try {
            return http.send(new OutboundRequest("POST", identity.tokenUrl(), headers, body), policy, TOTAL);
        } catch (OutboundFailure e) {
            throw unusable(holder, "could not fetch its token: " + e.sentence());
        }
    }

    private Token read(Holder holder, OutboundAnswer answer) {
        if (answer.status() != 200) {
            throw unusable(holder, "was refused a token with status " + answer.status() + ".");
        }
        try {
            var json = MAPPER.readTree(answer.body());
            var token = json.path("access_token").asString("");
            if (token.isEmpty()) {
                throw unusable(holder, "got an answer without access_token.");
            }
            var lasts = Duration.ofSeconds(json.path("expires_in").asLong(UNSAID.toSeconds()));
            return new Token(token, clock.instant().plus(lasts).minus(MARGIN));
        } catch (JacksonException e) {
            throw unusable(holder, "got an answer that is no JSON in place of a token.");
        }
    }

    static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Problem unusable(Holder holder, String what) {
        return CatalogProblem.IDENTITY_IS_UNUSABLE.because(
                "Identity \"%s\" of environment %s %s".formatted(holder.identity(), holder.environment(), what));
    }
}
