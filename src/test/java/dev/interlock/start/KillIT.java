package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the process in the middle of runs, again and again: {@code -Dinterlock.kills=10} for more than the usual three.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("interlock.kills", 3);
    private static final int ROWS = 40;
    private static final int RUNS_EACH_LIFE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyAcceptedRunEndsWithEveryOutcomeOnceHoweverOftenTheProcessIsKilled() throws Exception {
        var accepted = new LinkedHashSet<String>();
        try (var target = new SlowTarget(Duration.ofMillis(40))) {
            for (var life = 0; life < KILLS; life++) {
                try (var service = start()) {
                    var client = new KillClient(service.address());
                    if (life == 0) {
                        client.setUp(target.address(), ROWS);
                    }
                    for (var i = 0; i < RUNS_EACH_LIFE; i++) {
                        accepted.add(client.request("life-" + life + "-" + i));
                    }
                    var seen = target.answered();
                    await().atMost(PATIENCE).until(() -> target.answered() > seen + ROWS / 2);
                    accepted.add(client.request("life-" + life + "-late"));
                    service.kill();
                }
                awaitNoDatabaseServer();
            }
            assertThat(accepted).hasSize(KILLS * (RUNS_EACH_LIFE + 1));
            assertThatAllEnd(accepted);
        }
        awaitNoDatabaseServer();
    }

    private void assertThatAllEnd(Set<String> accepted) throws Exception {
        try (var service = start()) {
            var client = new KillClient(service.address());
            for (var run : accepted) {
                await().atMost(PATIENCE)
                        .until(() ->
                                "FINISHED".equals(client.run(run).path("state").asString()));
                assertThatNothingIsLostOrDoubled(client, run);
            }
            var kept =
                    accepted.stream().map(run -> run + " " + ROWS + " " + ROWS).toList();
            var data = folder.resolve("data");
            assertThat(KeptOutcomes.byRun(data))
                    .as("run, outcomes in history, different items among them")
                    .containsExactlyInAnyOrderElementsOf(kept);
            assertThat(KeptOutcomes.counted(data)).isEqualTo(accepted.size() * ROWS);
        }
    }

    private static void assertThatNothingIsLostOrDoubled(KillClient client, String run) throws Exception {
        var items = client.results(run);

        assertThat(items.stream().map(item -> item.path("seq").asInt()))
                .as("items of %s", run)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
        assertThat(outcomes(items)).as("outcomes of %s", run).containsOnly("PASSED");
        assertThat(client.run(run).path("counts").path("passed").asInt()).isEqualTo(ROWS);
    }

    private static List<String> outcomes(List<JsonNode> items) {
        var outcomes = new ArrayList<String>();
        items.forEach(item -> outcomes.add(item.path("outcome").asString()));
        return outcomes;
    }

    private Started start() {
        return Started.with(folder, Map.of("INTERLOCK_BOOTSTRAP_TOKEN", KillClient.TOKEN), "--server.port=0");
    }

    private void awaitNoDatabaseServer() {
        await().atMost(Duration.ofSeconds(30)).until(() -> DatabaseServers.below(folder) == 0);
    }
}
