package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import dev.interlock.web.shell.Show;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One set of numbers: home, matrix, list of paths, plan and REST say the same, before and after a failing run. */
class NumbersAgreeIT {
    private static final String API = "/api/v1/projects/shop";
    private static final List<String> STATES = List.of("verified", "stale", "failing", "untested");

    private final Show show = new Show();
    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path empty;

    private Journey journey;
    private APIRequestContext rest;

    @BeforeEach
    void open() {
        journey = Journey.from(empty);
        journey.signIn();
        journey.openDemo();
        rest = restOf(token());
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void agreeBeforeAndAfterARunWithFailures() {
        agree();
        var failing = failing();

        journey.fault("payment", "BAD_GATEWAY");
        journey.start("nightly");
        journey.awaitEnd();

        agree();
        assertThat(failing()).isGreaterThan(failing);
        runAgrees(journey.page().url().replaceAll(".*/", ""));
    }

    private int failing() {
        return paths(get("/risk"), "failing");
    }

    private void agree() {
        var here = journey.page().url();
        var board = get("/risk");
        restAddsUp(board);
        homeSays(board);
        matrixSays(board);
        listSays(board);
        planSays();
        journey.page().navigate(here);
    }

    private static void restAddsUp(JsonNode board) {
        assertThat(STATES.stream().mapToDouble(state -> percent(board, state)).sum())
                .isCloseTo(100, within(.01));
        assertThat(STATES.stream().mapToInt(state -> paths(board, state)).sum())
                .isEqualTo(board.at("/paths").asInt());
        assertThat(sum(board.at("/matrix"), "paths"))
                .isEqualTo(board.at("/paths").asDouble());
        assertThat(board.at("/riskLeft").asDouble()).isCloseTo(100 - percent(board, "verified"), within(.01));
    }

    private void homeSays(JsonNode board) {
        for (var state : STATES) {
            assertThat(text("/p/shop", ".tile[href*='status:" + state + "'], .tile[href*='status%3A" + state + "']"))
                    .contains(show.percent(percent(board, state)), show.count(paths(board, state), "path"));
        }
        assertThat(text("/p/shop", ".tile:last-child"))
                .contains(
                        show.percent(board.at("/riskLeft").asDouble()),
                        show.score(board.at("/totalScore").asDouble()));
    }

    private void matrixSays(JsonNode board) {
        var legend = text("/p/shop/risk", ".legend");
        for (var state : STATES) {
            assertThat(legend)
                    .containsIgnoringCase(state + " " + show.percent(percent(board, state)) + ", "
                            + show.count(paths(board, state), "path"));
        }
        assertThat(legend)
                .contains("Risk left " + show.percent(board.at("/riskLeft").asDouble()));
        assertThat(text("/p/shop/risk", ".head .facts"))
                .isEqualTo(show.count(board.at("/paths").asInt(), "path") + " · total score "
                        + show.score(board.at("/totalScore").asDouble()));
        for (var cell : board.at("/matrix")) {
            var level = cell.at("/level").asInt();
            var impact = cell.at("/impact").asInt();
            assertThat(text(
                            "/p/shop/risk",
                            ".heat tbody tr:nth-child(" + (6 - level) + ") td:nth-of-type(" + impact + ")"))
                    .contains(cell.at("/paths").asString() + " paths, score ");
        }
    }

    private void listSays(JsonNode board) {
        for (var state : STATES) {
            at("/p/shop/paths?q=status:" + state);
            assertThat(journey.page().locator("[data-rows] tr").count())
                    .as("paths listed as %s", state)
                    .isEqualTo(paths(board, state));
        }
        assertThat(text("/p/shop/paths", "#found"))
                .isEqualTo(show.count(board.at("/paths").asInt(), "path"));
        var byKey = get("/paths?limit=200").at("/items");
        assertThat(byKey.size()).isEqualTo(board.at("/paths").asInt());
        for (var path : byKey) {
            at("/p/shop/paths/" + path.at("/key").asString());
            assertThat(journey.page().locator(".formula b").innerText())
                    .isEqualTo(show.score(path.at("/score").asDouble()));
        }
    }

    private void planSays() {
        at("/p/shop/plans/nightly");
        var selection = send("/plans/nightly/preview");
        assertThat(journey.page().locator("#results output").innerText())
                .contains(
                        show.percent(selection.at("/riskCovered").asDouble()),
                        selection.at("/tests").size() + " of");
        assertThat(journey.page()
                        .locator("#results [data-rows]")
                        .first()
                        .locator("tr")
                        .count())
                .isEqualTo(selection.at("/tests").size());
    }

    private void runAgrees(String key) {
        var run = get("/runs/" + key);
        var counts = run.at("/counts");
        at("/p/shop/runs/" + key);
        assertThat(journey.page().locator("#run-summary").innerText())
                .contains(
                        "Failed " + counts.at("/failed").asInt(),
                        "Passed " + counts.at("/passed").asInt(),
                        "Risk covered here "
                                + show.percent(run.at("/riskCovered").asDouble()));
        assertThat(text("/p/shop/runs", "[data-rows] tr:first-child"))
                .contains(
                        key,
                        counts.at("/passed").asInt() + " of "
                                + counts.at("/total").asInt() + " passed",
                        show.percent(run.at("/riskCovered").asDouble()));
        assertThat(run.at("/riskLeft").asDouble())
                .isEqualTo(get("/risk").at("/riskLeft").asDouble());
    }

    private String token() {
        at("/p/shop/tokens");
        journey.page().getByLabel("Name").fill("numbers");
        journey.page()
                .getByLabel("read", new Page.GetByLabelOptions().setExact(true))
                .check();
        journey.press("Create");
        return journey.page().locator("#token-text").innerText();
    }

    private APIRequestContext restOf(String token) {
        return journey.browser()
                .requests(new APIRequest.NewContextOptions()
                        .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token)));
    }

    private JsonNode get(String path) {
        var response = rest.get(API + path);
        assertThat(response.status()).as(path).isEqualTo(200);
        return json.readTree(response.text());
    }

    private JsonNode send(String path) {
        var response = rest.post(
                API + path,
                RequestOptions.create()
                        .setHeader("Content-Type", "application/json")
                        .setData("{}"));
        assertThat(response.status()).as(path).isEqualTo(200);
        return json.readTree(response.text());
    }

    private static double percent(JsonNode board, String state) {
        return board.at("/" + state + "/percent").asDouble();
    }

    private static int paths(JsonNode board, String state) {
        return board.at("/" + state + "/paths").asInt();
    }

    private static double sum(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .mapToDouble(item -> item.at("/" + field).asDouble())
                .sum();
    }

    private String text(String address, String part) {
        at(address);
        return journey.page()
                .locator(part)
                .first()
                .textContent()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void at(String address) {
        var page = journey.page();
        if (!page.url().endsWith(address)) {
            page.navigate(address);
        }
    }
}
