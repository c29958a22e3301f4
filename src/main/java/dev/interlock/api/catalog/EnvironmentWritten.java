package dev.interlock.api.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.IdentityType;
import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is written of an environment; openings and secrets have addresses of their own. */
record EnvironmentWritten(
        @Nullable String name,
        @Nullable Map<String, TargetWritten> targets,
        @Nullable Map<String, IdentityWritten> identities,
        @Nullable Map<String, String> variables,
        @JsonProperty("protected") @Nullable Boolean protectedEnvironment,
        @Nullable Boolean evidence) {
    private static final int USUAL_CONCURRENCY = 8;

    /** Where a service is found. */
    record TargetWritten(
            @Nullable String baseUrl,
            @Nullable Integer maxConcurrency,
            @Nullable String identity,
            @Nullable String versionProbe) {
        dev.interlock.catalog.Target target() {
            return new dev.interlock.catalog.Target(
                    Given.or(baseUrl, ""),
                    Given.or(maxConcurrency, USUAL_CONCURRENCY),
                    Given.or(identity, ""),
                    Given.or(versionProbe, ""));
        }
    }

    /** Who requests speak for; secrets by role and name. */
    record IdentityWritten(
            @Nullable IdentityType type,
            @Nullable String tokenUrl,
            @Nullable List<String> scopes,
            @Nullable String in,
            @Nullable String parameter,
            @Nullable String username,
            @Nullable Map<String, String> secrets) {
        Identity identity() {
            return new Identity(
                    Given.or(type, IdentityType.BEARER),
                    Given.or(tokenUrl, ""),
                    Given.or(scopes, List.of()),
                    Given.or(in, ""),
                    Given.or(parameter, ""),
                    Given.or(username, ""),
                    Given.or(secrets, Map.of()));
        }
    }

    EnvironmentDraft draft(EnvironmentKey key) {
        var byService = Given.or(targets, Map.<String, TargetWritten>of()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> ServiceKey.of(entry.getKey()),
                        entry -> entry.getValue().target()));
        var byName = Given.or(identities, Map.<String, IdentityWritten>of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().identity()));
        return new EnvironmentDraft(
                key,
                Given.or(name, ""),
                byService,
                byName,
                Given.or(variables, Map.of()),
                Given.or(protectedEnvironment, false),
                Given.or(evidence, false));
    }
}
