package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built jar with the profile of the demo, on an empty folder and again on the same one. */
class DemoStartIT {
    private static final String TOKEN = "bootstrap-token-of-the-demo-tests-0123456789";
    private static final String SHOP = "api/v1/projects/shop";

    @TempDir
    Path folder;

    @Test
    void theShopIsOpenWhenTheServiceIsReadyAndStaysOneShop() throws Exception {
        int runs;
        try (var first = start()) {
            assertThat(get(first, "").path("name").asString()).isEqualTo("Demo shop");
            runs = get(first, "/runs?limit=200").path("items").size();
            assertThat(runs).isGreaterThan(30);
            assertThatEveryServiceAnswers(first);
        }

        try (var second = start()) {
            assertThat(get(second, "/runs?limit=200").path("items")).hasSize(runs);
            assertThatEveryServiceAnswers(second);
        }
    }

    private Started start() {
        return Started.with(
                folder, Map.of("INTERLOCK_BOOTSTRAP_TOKEN", TOKEN), "--server.port=0", "--spring.profiles.active=demo");
    }

    private static void assertThatEveryServiceAnswers(Started service) throws Exception {
        var checks = answered(Started.send("POST", service.address() + SHOP + "/environments/demo/check", TOKEN, ""));

        assertThat(checks.path("items"))
                .hasSize(9)
                .allMatch(check -> check.path("reachable").asBoolean());
    }

    private static JsonNode get(Started service, String path) throws Exception {
        return answered(Started.send("GET", service.address() + SHOP + path, TOKEN, ""));
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
