package dev.interlock.catalog.environment;

import static dev.interlock.catalog.TestCatalog.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.CatalogTest;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.IdentityType;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TestCatalog;
import dev.interlock.outbound.AddressRule;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogTest
class EnvironmentStoreIT {
    private static final EnvironmentKey STAGING = EnvironmentKey.of("staging");
    private static final ServiceKey ORDERS = ServiceKey.of("orders");

    @Autowired
    Environments environments;

    @Autowired
    Identities identities;

    @Autowired
    Services services;

    @Autowired
    Secrets secrets;

    @Autowired
    TestCatalog.Audit audit;

    private final AtomicInteger tokens = new AtomicInteger();
    private final HttpServer server;
    private final ProjectId project = TestCatalog.newProject();

    EnvironmentStoreIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> exchange.sendResponseHeaders(204, -1));
        server.createContext("/token", exchange -> {
            var proof = exchange.getRequestHeaders().getFirst("Authorization");
            var answer = "{\"access_token\":\"token-%d\",\"expires_in\":3600}".formatted(tokens.incrementAndGet());
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(proof == null ? 401 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @BeforeEach
    void register() {
        services.put(project, ServiceDraft.of(ORDERS, ServiceKind.INTERNAL), IfMatch.none(), ANA);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void offersTheOpeningAClosedTargetNeedsAndReachesItOnceOpened() {
        environments.put(project, draft(Map.of()), IfMatch.none(), ANA);

        var refused = environments.check(project, STAGING).getFirst();
        var opening = refused.opening();
        assertThat(refused.reachable()).isFalse();
        assertThat(refused.rule()).isEqualTo(AddressRule.LOOPBACK);
        assertThat(opening).isEqualTo(new Opening("127.0.0.1/32", Integer.toString(port())));

        environments.open(project, STAGING, new Opening("127.0.0.1/32", Integer.toString(port())), ANA);
        var reached = environments.check(project, STAGING).getFirst();

        assertThat(reached.reachable()).isTrue();
        assertThat(reached.status()).isEqualTo(204);
        assertThat(environments.lastChecks(project, STAGING))
                .singleElement()
                .satisfies(kept -> assertThat(kept.status()).isEqualTo(204));
        assertThat(audit.actions()).contains(project + " environment.open environment staging");
    }

    @Test
    void tellsEveryFaultOfADraft() {
        var target = new Target("ftp://{host}/", 0, "robot", "no-path");
        var identity = new Identity(IdentityType.CLIENT_CREDENTIALS, "x", List.of(), "", "", "", Map.of());
        var draft = new EnvironmentDraft(
                STAGING,
                "",
                Map.of(ORDERS, target, ServiceKey.of("paymnt"), Target.at("https://a.example")),
                Map.of("login", identity),
                Map.of(),
                false,
                false);

        assertThatThrownBy(() -> environments.put(project, draft, IfMatch.none(), ANA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CatalogProblem.ENVIRONMENT_IS_INVALID);
                    assertThat(problem.findings())
                            .extracting(finding -> finding.where())
                            .contains(
                                    "targets",
                                    "targets/orders/baseUrl",
                                    "targets/orders/maxConcurrency",
                                    "targets/orders/identity",
                                    "targets/orders/versionProbe",
                                    "identities/login/secrets",
                                    "identities/login/username",
                                    "identities/login/tokenUrl");
                });
    }

    @Test
    void keepsWhatItWasGiven() {
        var stored = environments.put(project, draft(Map.of("login", login())), IfMatch.none(), ANA);

        assertThat(environments.find(project, STAGING)).contains(stored);
        assertThat(stored.variables()).containsEntry("port", Integer.toString(port()));
        assertThat(stored.evidence()).isTrue();
    }

    @Test
    void fetchesATokenOnceAndAgainWhenItWasForgotten() {
        var environment = opened(Map.of("login", login()));
        secrets.put(project, "env/staging", "robot-secret", "correct horse", ANA);

        var first = authorization(environment);
        var second = authorization(environment);
        identities.forget(project, STAGING, "login");
        var third = authorization(environment);

        assertThat(first).isEqualTo("Bearer token-1").isEqualTo(second);
        assertThat(third).isEqualTo("Bearer token-2");
    }

    @Test
    void speaksForTheOtherIdentities() {
        var basic = new Identity(IdentityType.BASIC, "", List.of(), "", "", "ana", Map.of("password", "pw"));
        var key = new Identity(IdentityType.API_KEY, "", List.of(), "query", "api_key", "", Map.of("key", "pw"));
        var bearer = new Identity(IdentityType.BEARER, "", List.of(), "", "", "", Map.of("token", "pw"));
        var environment = opened(Map.of("basic", basic, "key", key, "bearer", bearer));
        secrets.put(project, "env/staging", "pw", "secret-value", ANA);
        var policy = environments.policy(project, STAGING);

        assertThat(identities
                        .credentialsFor(project, environment, "basic", policy)
                        .headers())
                .containsExactly(new Header("Authorization", "Basic YW5hOnNlY3JldC12YWx1ZQ=="));
        assertThat(identities
                        .credentialsFor(project, environment, "bearer", policy)
                        .headers())
                .containsExactly(new Header("Authorization", "Bearer secret-value"));
        assertThat(identities
                        .credentialsFor(project, environment, "key", policy)
                        .query())
                .containsExactly(new Header("api_key", "secret-value"));
    }

    @Test
    void saysWhichSecretIsMissing() {
        var environment = opened(Map.of("login", login()));

        assertThatThrownBy(() -> authorization(environment)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(CatalogProblem.IDENTITY_IS_UNUSABLE);
            assertThat(problem.detail()).contains("robot-secret");
        });
    }

    private String authorization(Environment environment) {
        return identities
                .credentialsFor(project, environment, "login", environments.policy(project, STAGING))
                .headers()
                .getFirst()
                .value();
    }

    private Environment opened(Map<String, Identity> known) {
        environments.put(project, draft(known), IfMatch.none(), ANA);
        return environments.open(project, STAGING, new Opening("127.0.0.1/32", "*"), ANA);
    }

    private Identity login() {
        return new Identity(
                IdentityType.CLIENT_CREDENTIALS,
                "http://127.0.0.1:{port}/token",
                List.of("orders:read"),
                "",
                "",
                "robot",
                Map.of("clientSecret", "robot-secret"));
    }

    private EnvironmentDraft draft(Map<String, Identity> known) {
        return new EnvironmentDraft(
                STAGING,
                "Staging",
                Map.of(ORDERS, new Target("http://127.0.0.1:{port}/", 4, "", "/health")),
                known,
                Map.of("port", Integer.toString(port())),
                false,
                true);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
