package dev.interlock.catalog.environment;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Credentials;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentChanged;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.IdentityType;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.TlsMaterial;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Secrets;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes headers and parameters of identities. */
@Component
class IdentityStore implements Identities {
    private final Secrets secrets;
    private final TokenFetch tokens;

    IdentityStore(Secrets secrets, TokenFetch tokens) {
        this.secrets = secrets;
        this.tokens = tokens;
    }

    @Override
    public Credentials credentialsFor(
            ProjectId project, Environment environment, String identity, OutboundPolicy policy) {
        if (identity.isEmpty()) {
            return Credentials.NONE;
        }
        var known = environment.identities().get(identity);
        if (known == null) {
            throw unusable("Environment " + environment.key() + " has no identity \"" + identity + "\".");
        }
        if (known.type() == IdentityType.MTLS) {
            material(project, environment, identity, "");
            return Credentials.NONE;
        }
        var role = IdentityRoles.needed(known.type()).getFirst();
        var secret = secret(project, environment, identity, role);
        return switch (known.type()) {
            case BASIC -> authorization("Basic " + TokenFetch.basic(known.username(), secret));
            case BEARER -> authorization("Bearer " + secret);
            case API_KEY -> apiKey(known, secret);
            case CLIENT_CREDENTIALS ->
                authorization("Bearer "
                        + tokens.token(
                                new TokenFetch.Holder(project, environment.key(), identity),
                                filled(known, environment),
                                secret,
                                policy));
            case MTLS -> Credentials.NONE;
        };
    }

    @Override
    public void forget(ProjectId project, EnvironmentKey environment, String identity) {
        tokens.forget(new TokenFetch.Holder(project, environment, identity));
    }

    /** A changed environment may name another token address or scope: its tokens are fetched anew. */
    @EventListener
    void changed(EnvironmentChanged news) {
        tokens.forgetAll(news.project(), news.environment());
    }

    @Override
    public TlsMaterial tls(ProjectId project, Environment environment, String identity) {
        var authorities = secrets.reveal(project, Environments.secretHolder(environment.key()), AUTHORITIES)
                .orElse("");
        var known = environment.identities().get(identity);
        return known == null || known.type() != IdentityType.MTLS
                ? new TlsMaterial("", "", authorities)
                : material(project, environment, identity, authorities);
    }

    private TlsMaterial material(ProjectId project, Environment environment, String identity, String authorities) {
        return new TlsMaterial(
                secret(project, environment, identity, "certificate"),
                secret(project, environment, identity, "key"),
                authorities);
    }

    private String secret(ProjectId project, Environment environment, String name, String role) {
        var identity = Objects.requireNonNull(environment.identities().get(name));
        var secret = identity.secrets().getOrDefault(role, role);
        return secrets.reveal(project, Environments.secretHolder(environment.key()), secret)
                .orElseThrow(() -> unusable("Identity \"%s\" of environment %s needs the secret %s, which is not set."
                        .formatted(name, environment.key(), secret)));
    }

    private static Identity filled(Identity identity, Environment environment) {
        return new Identity(
                identity.type(),
                Variables.filled(identity.tokenUrl(), environment.variables()),
                identity.scopes(),
                identity.in(),
                identity.parameter(),
                identity.username(),
                identity.secrets());
    }

    private static Credentials authorization(String value) {
        return new Credentials(List.of(new Header("Authorization", value)), List.of());
    }

    private static Credentials apiKey(Identity identity, String secret) {
        var pair = List.of(new Header(identity.parameter(), secret));
        return identity.in().equals("query") ? new Credentials(List.of(), pair) : new Credentials(pair, List.of());
    }

    private static Problem unusable(String detail) {
        return CatalogProblem.IDENTITY_IS_UNUSABLE.because(detail);
    }
}
