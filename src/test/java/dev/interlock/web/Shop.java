package dev.interlock.web;

import dev.interlock.catalog.EndState;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.IdentityType;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationOrder;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.IntegrationReadiness;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Observations;
import dev.interlock.catalog.ObservedIntegration;
import dev.interlock.catalog.ObservedPath;
import dev.interlock.catalog.OrderStrategy;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.PathReadiness;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.catalog.ReadinessState;
import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.Requirements;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.catalog.TrafficNews;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.Unlock;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.Span;
import dev.interlock.execution.TraceSpans;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathHistory;
import dev.interlock.history.PathState;
import dev.interlock.history.Verification;
import dev.interlock.outbound.AddressRule;
import dev.interlock.outbound.Opening;
import dev.interlock.risk.Band;
import dev.interlock.risk.Calibration;
import dev.interlock.risk.Calibration.Caught;
import dev.interlock.risk.Calibration.Predictions;
import dev.interlock.risk.Factor;
import dev.interlock.risk.LearnedCare;
import dev.interlock.risk.LearnedValue;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.RiskLearning;
import dev.interlock.risk.RiskOverride;
import dev.interlock.risk.ScorePoint;
import dev.interlock.risk.Shares;
import dev.interlock.risk.StateShare;
import dev.interlock.security.SecretInfo;
import dev.interlock.security.Secrets;
import dev.interlock.stub.Stub;
import dev.interlock.stub.StubCall;
import dev.interlock.stub.Stubs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small shop in memory, so that every page can be looked at without a database. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final EnvironmentKey STAGING = EnvironmentKey.of("staging");

    private static final List<Service> SERVICES = List.of(
            service("gateway", ServiceKind.INTERNAL, "web", 4),
            service("catalog", ServiceKind.INTERNAL, "web", 2),
            service("cart", ServiceKind.INTERNAL, "web", 3),
            service("orders", ServiceKind.INTERNAL, "orders", 4),
            service("payment", ServiceKind.INTERNAL, "payments", 5),
            service("inventory", ServiceKind.INTERNAL, "orders", 3),
            service("shipping", ServiceKind.INTERNAL, "orders", 3),
            service("notification", ServiceKind.INTERNAL, "web", 1),
            service("bank", ServiceKind.THIRD_PARTY, "", 5),
            service("stock-db", ServiceKind.DATABASE, "orders", 4));

    private static final List<Integration> INTEGRATIONS = Stream.of(
                    "gateway orders",
                    "gateway cart",
                    "cart catalog",
                    "orders payment",
                    "payment bank",
                    "orders inventory",
                    "inventory stock-db",
                    "orders shipping",
                    "shipping notification")
            .map(pair -> pair.split(" "))
            .map(pair -> new Integration(
                    ServiceKey.of(pair[0]),
                    ServiceKey.of(pair[1]),
                    List.of(new ProtocolUse("HTTP", List.of("POST /" + pair[1]))),
                    "",
                    Set.of(Known.DECLARED),
                    1))
            .toList();

    private static final List<IntegrationPath> PATHS = List.of(
            path("checkout", "Checkout with card", "gateway orders payment bank"),
            path("stock", "Order reserves stock", "gateway orders inventory stock-db"),
            path("parcel", "Parcel is announced", "gateway orders shipping notification"),
            path("browse", "Cart shows prices", "gateway cart catalog"));

    private static final double[] SCORES = {62, 18.4, 5.1, 0.8};
    private static final Verification[] STATES = {
        Verification.FAILING, Verification.STALE, Verification.UNTESTED, Verification.VERIFIED
    };

    private Shop() {}

    static Services services() {
        return Answers.of(
                Services.class,
                Map.of(
                        "all",
                        given -> SERVICES,
                        "find",
                        given -> SERVICES.stream()
                                .filter(one -> one.key().equals(given[1]))
                                .findFirst()));
    }

    static Integrations integrations() {
        return Answers.of(Integrations.class, Map.of("all", given -> INTEGRATIONS));
    }

    static Observations observations() {
        var orders = ServiceKey.of("orders");
        var payment = ServiceKey.of("payment");
        var uses = List.of(new ProtocolUse("HTTP", List.of("POST /charges")));
        var news = new TrafficNews(TrafficNews.Sort.CHANGED, "Errors rose from 0.2 % to 8.0 %.");
        var seen = List.of(
                new ObservedIntegration(orders, payment, true, uses, 4_200, 12.4, 8, 11.3, 91, NOW, NOW, news),
                new ObservedIntegration(
                        payment, ServiceKey.of("bank"), false, uses, 4_100, 12.1, 0.2, 45.3, 128, NOW, NOW, null));
        var way = new ObservedPath(
                "0", "POST /orders", List.of(Hop.sync(orders, payment)), 4_200, 64.2, NOW, NOW, PathKey.of("checkout"));
        return Answers.of(Observations.class, Map.of("integrations", given -> seen, "paths", given -> List.of(way)));
    }

    static TraceSpans spans() {
        var trace = "1e710c4b000000000000000000000001";
        var orders = ServiceKey.of("orders");
        var payment = ServiceKey.of("payment");
        var spans = List.of(
                new Span(trace, "1", "0", orders, null, "POST /orders", 502, true, NOW, Duration.ofMillis(90)),
                new Span(trace, "2", "1", orders, payment, "POST /charges", 500, true, NOW, Duration.ofMillis(70)),
                new Span(trace, "3", "2", payment, null, "POST /charges", 500, true, NOW, Duration.ofMillis(60)));
        return Answers.of(TraceSpans.class, Map.of("of", given -> spans));
    }

    static Versions versions() {
        return Answers.of(
                Versions.class,
                Map.of(
                        "of",
                        given -> List.of(new ServiceVersion(
                                (ServiceKey) given[1], "2.4.1", "3f9a0c1b27d4", "main", UnitTests.PASSED, NOW)),
                        "deployed",
                        given -> Map.of()));
    }

    static Requirements requirements() {
        var refund = new Requirement("SHOP-12", "https://tracker.example/SHOP-12", "Cards are charged once", 5);
        return Answers.of(Requirements.class, Map.of("all", given -> List.of(refund)));
    }

    static Paths paths() {
        return Answers.of(
                Paths.class,
                Map.of(
                        "all", given -> PATHS,
                        "find",
                                given -> PATHS.stream()
                                        .filter(one -> one.key().equals(given[1]))
                                        .findFirst(),
                        "through",
                                given -> PATHS.stream()
                                        .filter(one -> one.services().contains(given[1]))
                                        .toList(),
                        "propose",
                                given -> List.of(new PathProposal(
                                        PathDraft.chain(
                                                PathKey.of("refund"),
                                                "gateway to bank",
                                                List.of(ServiceKey.of("gateway"), ServiceKey.of("bank"))),
                                        "ends at a third party; criticality 5",
                                        3))));
    }

    static RiskBoard risks() {
        return Answers.of(
                RiskBoard.class,
                Map.of(
                        "all", given -> risksOfAll(),
                        "of",
                                given -> risksOfAll().stream()
                                        .filter(one -> one.path().equals(given[1]))
                                        .findFirst(),
                        "history",
                                given -> List.of(
                                        new ScorePoint(NOW.minus(Duration.ofDays(2)), 62, .78, 4, "Checkout failed"),
                                        new ScorePoint(NOW.minus(Duration.ofDays(9)), 31, .39, 4, "3 passes"),
                                        new ScorePoint(
                                                NOW.minus(Duration.ofDays(14)), 53, .66, 4, "payment 2.4.1 deployed")),
                        "shares",
                                given -> new Shares(
                                        new StateShare(11.5, 10, 1),
                                        new StateShare(21, 18.4, 1),
                                        new StateShare(61.5, 53, 1),
                                        new StateShare(6, 5.1, 1),
                                        86.3,
                                        4),
                        "serviceRatings", given -> Map.of(ServiceKey.of("gateway"), 3)));
    }

    static RiskLearning learning() {
        var bands = List.of(
                new Calibration.Band(0, .01, 120, .004, 0),
                new Calibration.Band(.01, .02, 0, 0, 0),
                new Calibration.Band(.4, 1, 3, .7, .667));
        var predictions = new Predictions(bands, 123, .0071, .31);
        return Answers.of(
                RiskLearning.class,
                Map.of(
                        "calibration",
                        given -> new Calibration(
                                3,
                                NOW.minus(Duration.ofDays(9)),
                                predictions,
                                predictions,
                                List.of(new Caught(.1, 2, 3), new Caught(.25, 3, 3))),
                        "learned",
                        given -> List.of(
                                new LearnedValue("third party", false, .7, .92, .25),
                                new LearnedValue("runs during an outage", true, .02, .031, 12)),
                        "cares",
                        given -> List.of(new LearnedCare("payment", 2.1, .8, .69))));
    }

    static PathHistory history() {
        return Answers.of(
                PathHistory.class,
                Map.of(
                        "states",
                        given -> IntStream.range(0, PATHS.size())
                                .mapToObj(Shop::state)
                                .collect(Collectors.toMap(PathState::path, state -> state))));
    }

    static Environments environments() {
        var environment = new Environment(
                STAGING,
                "Staging",
                Map.of(
                        ServiceKey.of("payment"), Target.at("http://127.0.0.1:9005"),
                        ServiceKey.of("orders"), Target.at("https://orders.staging.example")),
                Map.of(
                        "tester",
                        new Identity(IdentityType.BASIC, "", List.of(), "", "", "ana", Map.of("password", "ANA"))),
                Map.of("currency", "EUR"),
                false,
                true,
                List.of(new Opening("10.20.0.0/16", "8080")),
                3);
        return Answers.of(
                Environments.class,
                Map.of(
                        "all", given -> List.of(environment),
                        "find",
                                given -> Optional.of(environment)
                                        .filter(one -> one.key().equals(given[1])),
                        "lastChecks",
                                given -> List.of(
                                        new TargetCheck(
                                                ServiceKey.of("orders"),
                                                true,
                                                200,
                                                "HTTP 200.",
                                                null,
                                                null,
                                                Duration.ofMillis(12),
                                                NOW),
                                        new TargetCheck(
                                                ServiceKey.of("payment"),
                                                false,
                                                null,
                                                "127.0.0.1 was not asked.",
                                                AddressRule.LOOPBACK,
                                                new Opening("127.0.0.1/32", "9005"),
                                                Duration.ofMillis(1),
                                                NOW))));
    }

    static Readiness readiness() {
        return Answers.of(
                Readiness.class,
                Map.of(
                        "order",
                        given -> new IntegrationOrder(
                                STAGING,
                                OrderStrategy.LEAST_STUBS,
                                keys("gateway orders"),
                                List.of(
                                        new IntegrationOrder.Step(
                                                1,
                                                keys("payment"),
                                                List.of("payment: no version is deployed in this environment"),
                                                List.of(new IntegrationOrder.NeededStub(
                                                        ServiceKey.of("bank"), keys("payment"))),
                                                keys("bank"),
                                                keys("payment"),
                                                2,
                                                List.of()),
                                        new IntegrationOrder.Step(
                                                2,
                                                keys("bank"),
                                                List.of("bank: it was not checked in this environment yet"),
                                                List.of(),
                                                List.of(),
                                                keys("bank"),
                                                3,
                                                List.of(PathKey.of("checkout")))),
                                2,
                                true),
                        "board",
                        given -> new ReadinessBoard(
                                STAGING,
                                Map.of(ServiceKey.of("bank"), EndState.NOT_CHECKED),
                                List.of(
                                        new IntegrationReadiness(
                                                ServiceKey.of("orders"),
                                                ServiceKey.of("payment"),
                                                ReadinessState.READY,
                                                List.of()),
                                        new IntegrationReadiness(
                                                ServiceKey.of("payment"),
                                                ServiceKey.of("bank"),
                                                ReadinessState.UNKNOWN,
                                                List.of("bank: it was not checked in this environment yet"))),
                                List.of(
                                        new PathReadiness(
                                                PathKey.of("checkout"),
                                                ReadinessState.PARTLY,
                                                keys("gateway orders payment"),
                                                keys("bank"),
                                                List.of("bank: it was not checked in this environment yet")),
                                        new PathReadiness(
                                                PathKey.of("browse"),
                                                ReadinessState.READY,
                                                keys("gateway cart catalog"),
                                                List.of(),
                                                List.of())),
                                List.of(new Unlock(
                                        ServiceKey.of("bank"),
                                        "it was not checked in this environment yet",
                                        1,
                                        List.of(PathKey.of("checkout")),
                                        62)))));
    }

    static Stubs stubs() {
        var bank = ServiceKey.of("bank");
        return Answers.of(
                Stubs.class,
                Map.of(
                        "of",
                        given -> List.of(new Stub(bank, "/stubs/0a1b2c3d4e5f60718293a4b5c6d7e8f9", NOW, "Ana")),
                        "calls",
                        given -> List.of(
                                new StubCall(bank, NOW, "GET", "/accounts/1", "GET /accounts/{id}", 200, ""),
                                new StubCall(bank, NOW, "GET", "/other", "", 404, ""))));
    }

    static Secrets secrets() {
        return Answers.of(Secrets.class, Map.of("list", given -> List.of(new SecretInfo("ANA", NOW, "Ana"))));
    }

    private static Service service(String key, ServiceKind kind, String owner, int criticality) {
        return new Service(ServiceKey.of(key), key, kind, owner, criticality, "", List.of("shop"), 1);
    }

    private static IntegrationPath path(String key, String name, String services) {
        var keys = keys(services);
        var hops = IntStream.range(1, keys.size())
                .mapToObj(i -> new Hop(
                        keys.get(i - 1),
                        keys.get(i),
                        i == 2 ? "POST /charges" : null,
                        i == 3 ? Mode.ASYNC : Mode.SYNC,
                        null))
                .toList();
        return new IntegrationPath(
                PathKey.of(key), name, hops, keys, null, 4, List.of("SHOP-12"), "payments", Origin.MODELLED, 1);
    }

    private static List<ServiceKey> keys(String services) {
        return Arrays.stream(services.split(" ")).map(ServiceKey::of).toList();
    }

    private static List<PathRisk> risksOfAll() {
        return IntStream.range(0, PATHS.size()).mapToObj(Shop::risk).toList();
    }

    private static PathRisk risk(int i) {
        var score = SCORES[i];
        var band = score >= 25 ? Band.CRITICAL : score >= 8 ? Band.HIGH : score >= 2 ? Band.MEDIUM : Band.LOW;
        var override =
                i == 1 ? new RiskOverride(.23, null, "Load test this week", LocalDate.of(2026, 12, 1), "Ana") : null;
        return new PathRisk(
                PATHS.get(i).key(),
                score / 80,
                4,
                score,
                Math.min(5, 2 + (int) (score / 15)),
                band,
                .5,
                List.of(
                        new Factor(
                                "deployed",
                                "payment 2.4.1, breaking change in POST /charges",
                                "services/payment/versions",
                                1.5,
                                2.1),
                        new Factor("third party", "bank is run by somebody else", null, .7, .7),
                        new Factor("passes", "3 passes since", null, -.9, -1.4)),
                "payment was deployed with a breaking change in POST /charges; 3 passes since.",
                "payment has criticality 5",
                override,
                null,
                i == 0 ? 9 : 0);
    }

    private static PathState state(int i) {
        var outcomes = new LinkedHashMap<Verification, List<Outcome>>();
        outcomes.put(Verification.FAILING, List.of(Outcome.FAILED, Outcome.BROKEN, Outcome.PASSED, Outcome.PASSED));
        outcomes.put(Verification.STALE, List.of(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED));
        outcomes.put(Verification.UNTESTED, List.of());
        outcomes.put(Verification.VERIFIED, List.of(Outcome.PASSED, Outcome.SKIPPED, Outcome.PASSED));
        var tests = STATES[i] == Verification.UNTESTED ? 0 : 2;
        return new PathState(
                PATHS.get(i).key(),
                STATES[i],
                false,
                tests,
                0,
                tests == 0 ? null : 482L,
                tests == 0 ? null : NOW.minus(Duration.ofHours(6)),
                null,
                null,
                outcomes.getOrDefault(STATES[i], List.of()),
                "");
    }
}
