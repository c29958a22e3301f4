package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.platform.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes share one database and its runs: one is stopped for a while, one is killed, one is told to end. {@code
 * -Dinterlock.rounds=5} does it so often, with new processes for those that are gone.
 * Needs an idle machine, so "mvn verify" leaves it out.
 */
@Tag("bench")
class NodesIT {
    private static final int ROUNDS = Integer.getInteger("interlock.rounds", 1);
    private static final int ROWS = 300;
    private static final int WORKERS = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final String database = TestDatabase.newDatabase();
    private final Map<String, Started> nodes = new LinkedHashMap<>();
    private SlowTarget target;

    @BeforeEach
    void open() throws Exception {
        target = new SlowTarget(Duration.ofMillis(250));
        startAbsent();
        var client = new KillClient(node("first").address());
        client.setUp(target.address(), ROWS);
    }

    @AfterEach
    void close() {
        nodes.values().forEach(Started::close);
        target.close();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothingIsLostOrDoubledWhenNodesPauseDieAndEnd() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            startAbsent();
            pauseOneAndKillOne(round);
            endOne(round);
        }
        assertThat(number("select count(*) from execution.run_item")).isZero();
        assertThat(number("select count(*) from execution.run where state <> 'FINISHED'"))
                .isZero();
    }

    /** The second holds its breath, the third dies; the first has to finish what they had. */
    private void pauseOneAndKillOne(int round) throws Exception {
        var paused = node("second");
        var run = begin("pause-" + round);
        paused.signal("STOP");
        node("third").kill();
        nodes.remove("third");
        await().atMost(PATIENCE).until(() -> isBuried(paused));
        awaitWhole(run);
        paused.signal("CONT");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(number(
                                "select count(*) from execution.late_result where node like '" + paused.pid() + "-%'"))
                        .as("what the paused node brought too late")
                        .isPositive());
        await().atMost(PATIENCE).until(() -> !isBuried(paused));
    }

    /** A node that is told to end finishes what it has, so that nothing is sent twice. */
    private void endOne(int round) throws Exception {
        var before = target.answered();
        var ending = node("second");
        var run = begin("end-" + round);
        ending.signal("TERM");
        assertThat(ending.exitCode()).isEqualTo(143);
        nodes.remove("second");
        awaitWhole(run);

        assertThat(isBuried(ending)).isTrue();
        assertThat(target.answered() - before).as("requests for one run").isEqualTo(ROWS);
    }

    /** A run of which each node has carried some items out. */
    private String begin(String note) throws Exception {
        var client = new KillClient(node("first").address());
        var run = client.request(note, WORKERS);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number("select count(distinct lease_node) from execution.run_item where state = 'LEASED'")
                        == nodes.size());
        return run;
    }

    private void awaitWhole(String run) throws Exception {
        var client = new KillClient(node("first").address());
        await().atMost(PATIENCE)
                .until(() -> "FINISHED".equals(client.run(run).path("state").asString()));
        assertThat(client.run(run).path("counts").path("passed").asInt()).isEqualTo(ROWS);
        var number = run.substring("RUN-".length());
        assertThat(number("select count(distinct result.seq) from execution.item_result result join execution.run"
                        + " on run.id = result.run_id where run.number = " + number))
                .isEqualTo(ROWS);
        assertThat(number(
                        "select count(*) from history.result join history.run on run.id = result.run where run.number = "
                                + number))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from execution.run_event event join execution.run on run.id = event.run_id"
                        + " where event.kind = 'DONE' and run.number = " + number))
                .isEqualTo(1);
    }

    private boolean isBuried(Started node) throws SQLException {
        return number("select count(*) from execution.node where id like '" + node.pid() + "-%'") == 0;
    }

    private long number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database, TestDatabase.user(), TestDatabase.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first alone, since it brings the database to this version. */
    private void startAbsent() throws Exception {
        var absent = new ArrayList<>(List.of("first", "second", "third"));
        absent.removeAll(nodes.keySet());
        for (var name : absent) {
            nodes.put(name, start(name));
            if (name.equals("first")) {
                node(name).address();
            }
        }
        nodes.values().forEach(Started::address);
        await().atMost(PATIENCE)
                .until(() -> number("select count(*) from execution.node where not draining") == nodes.size());
    }

    private Started node(String name) {
        return Objects.requireNonNull(nodes.get(name));
    }

    private Started start(String name) throws Exception {
        return Started.with(
                Files.createDirectories(folder.resolve(name)),
                Map.of("INTERLOCK_BOOTSTRAP_TOKEN", KillClient.TOKEN),
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + TestDatabase.user(),
                "--spring.datasource.password=" + TestDatabase.password());
    }
}
