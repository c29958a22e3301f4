package dev.interlock.cli;

import dev.interlock.risk.ContextEstimator.Result;
import dev.interlock.risk.TestRanker;
import dev.interlock.risk.TestRanker.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks of one history of tests, a JSON object a line: cycles are answered with an order, results are learnt. */
final class RankProtocol {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double MS_PER_SECOND = 1_000;
    private static final double SHORTEST_MS = 1e-6;
    private static final int MOST_AT_ONCE = 1_000;

    private final TestRanker ranker;
    private boolean interactive;
    private boolean ended;
    private List<String> left = List.of();

    RankProtocol(TestRanker ranker) {
        this.ranker = ranker;
    }

    /** What to write back, if anything; refuses what it does not know with {@link IllegalArgumentException}. */
    Optional<String> answer(String line) {
        var said = JSON.readTree(line);
        return switch (said.path("type").asString("")) {
            case "init" -> start(said);
            case "cycle" -> cycle(said);
            case "next" -> next(said);
            case "partial" -> Optional.empty();
            case "result" -> learn(said);
            case "end" -> end();
            default -> throw new IllegalArgumentException("no type of message that is known here");
        };
    }

    /** True after the last message. */
    boolean hasEnded() {
        return ended;
    }

    private Optional<String> start(JsonNode said) {
        interactive = said.path("interactive").asInt(0) > 0;
        return Optional.empty();
    }

    private Optional<String> cycle(JsonNode said) {
        var asked = new ArrayList<Asked>();
        for (var test : said.path("tests")) {
            asked.add(new Asked(
                    test.path("id").asString(), Math.clamp(test.path("impact").asInt(1), 1, 5)));
        }
        left = ranker.order(asked);
        return interactive
                ? Optional.empty()
                : Optional.of(JSON.writeValueAsString(Map.of("cycle", said.path("cycle"), "order", left)));
    }

    private Optional<String> next(JsonNode said) {
        var count = Math.min(left.size(), Math.clamp(said.path("max").asInt(1), 1, MOST_AT_ONCE));
        var next = left.subList(0, count);
        left = left.subList(count, left.size());
        return Optional.of(JSON.writeValueAsString(Map.of("next", next)));
    }

    private Optional<String> learn(JsonNode said) {
        var results = new LinkedHashMap<String, Result>();
        for (var result : said.path("results")) {
            var ms = Math.max(
                    SHORTEST_MS, MS_PER_SECOND * result.path("duration").asDouble(0));
            results.put(
                    result.path("id").asString(),
                    new Result(result.path("verdict").asDouble(0), ms));
        }
        ranker.learn(results);
        return Optional.empty();
    }

    private Optional<String> end() {
        ended = true;
        return Optional.empty();
    }
}
