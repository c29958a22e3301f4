package dev.interlock.cli;

import dev.interlock.risk.Change;
import dev.interlock.risk.HopFacts;
import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.HopFilter;
import dev.interlock.risk.HopId;
import dev.interlock.risk.Showing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A landscape replayed event by event. It starts with every hop verified; a deployment stands for a day in which third
 * parties may change unseen.
 */
final class PathReplay {
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final HopFilter filter = new HopFilter();
    private final Map<String, List<HopId>> paths = new LinkedHashMap<>();
    private final List<HopId> thirdParties = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    /** Takes an event of any type but {@code score}; unknown types are passed over. */
    void see(String type, JsonNode event) {
        switch (type) {
            case "init" -> init(event);
            case "deployment" -> deployed(event);
            case "outcomes" -> outcomes(event);
            case "fixed" -> filter.fixed(hop(event.path("hop")), "problem closed", null, now);
            default -> {}
        }
    }

    /** Likelihood of a fault now, by path. */
    Map<String, Map<String, Double>> score() {
        var likelihood = new LinkedHashMap<String, Double>();
        paths.forEach((path, hops) -> likelihood.put(path, filter.likelihood(path, hops)));
        return Map.of("likelihood", likelihood);
    }

    private void init(JsonNode event) {
        var services = new HashMap<String, JsonNode>();
        event.path("services").forEach(service -> services.put(text(service, "key"), service));
        var callers = new HashMap<String, Integer>();
        event.path("integrations").forEach(hop -> callers.merge(text(hop, "provider"), 1, Integer::sum));
        for (var integration : event.path("integrations")) {
            var facts = facts(integration, services, callers);
            filter.structure(facts, now);
            filter.verified(facts.hop(), "reported as verified", now);
            if (facts.thirdParty()) {
                thirdParties.add(facts.hop());
            }
        }
        for (var path : event.path("paths")) {
            var hops = new ArrayList<HopId>();
            path.path("hops").forEach(hop -> hops.add(hop(hop)));
            paths.put(text(path, "key"), hops.stream().distinct().toList());
        }
    }

    private static HopFacts facts(JsonNode integration, Map<String, JsonNode> services, Map<String, Integer> callers) {
        var hop = new HopId(text(integration, "consumer"), text(integration, "provider"));
        var consumer = services.getOrDefault(hop.consumer(), NOTHING);
        var provider = services.getOrDefault(hop.provider(), NOTHING);
        var used = callers.getOrDefault(hop.provider(), 1);
        var kind = text(provider, "kind");
        return new HopFacts(
                hop,
                kind.equals("THIRD_PARTY"),
                text(integration, "mode").equals("ASYNC"),
                integration.path("interfaceOnFile").asBoolean(),
                text(consumer, "team").equals(text(provider, "team")) ? Teams.SAME : Teams.TWO,
                kind.equals("DATABASE") && used > 1,
                false,
                unitTested(consumer) && unitTested(provider) ? Tested.PASSED : Tested.NOT_PASSED,
                0,
                used);
    }

    private void deployed(JsonNode event) {
        now = now.plus(Duration.ofDays(1));
        var service = text(event, "service");
        filter.deployed(service, change(text(event, "change")), event.path("n").asString(""), now);
        thirdParties.stream().filter(hop -> !hop.touches(service)).forEach(hop -> filter.drifted(hop, 1, now));
    }

    private void outcomes(JsonNode event) {
        var showings = new ArrayList<Showing>();
        for (var result : event.path("results")) {
            var path = text(result, "path");
            var retried = result.path("passedOnRetry").asBoolean();
            var failed = result.path("failed").asBoolean() && !retried;
            var test = text(result, "test");
            showings.add(new Showing(
                    test,
                    path,
                    paths.getOrDefault(path, List.of()),
                    failed,
                    retried,
                    failed ? blamed(result.path("blamed")) : null,
                    test,
                    null,
                    now));
        }
        filter.outcomes(showings);
    }

    private static Change change(String change) {
        return switch (change) {
            case "breaking" -> Change.BREAKING;
            case "nonbreaking" -> Change.NON_BREAKING;
            default -> Change.BUILD;
        };
    }

    private static @Nullable HopId blamed(JsonNode ends) {
        return ends.isArray() ? hop(ends) : null;
    }

    private static HopId hop(JsonNode ends) {
        return new HopId(ends.path(0).asString(""), ends.path(1).asString(""));
    }

    private static boolean unitTested(JsonNode service) {
        return service.path("unitTestsPassed").asBoolean();
    }

    private static String text(@Nullable JsonNode node, String name) {
        return node == null ? "" : node.path(name).asString("");
    }
}
