package dev.interlock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.Actor;
import dev.interlock.security.Members;
import dev.interlock.security.Projects;
import dev.interlock.security.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LandscapeImportIT {
    private static final String COMPOSE = """
            services:
              orders: {image: shop/orders, depends_on: [db], environment: {PAY_URL: "http://payments:80"}}
              payments: {image: shop/payments}
              db: {image: "postgres:18"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Members members;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient sql;

    private Caller api;

    @BeforeEach
    void enter() {
        var project = projects.create("l" + UUID.randomUUID(), "Landscape", Actor.system("test"));
        api = new Caller(port, project.key(), TestTokens.manager(project.id(), sql, members, tokens));
    }

    @Test
    void previewStoresNothing() {
        var answer = send("&dryRun=true");

        assertThat(answer.json().path("added").size()).isEqualTo(4);
        assertThat(answer.json().path("undo").asLong(0)).isZero();
        assertThat(api.get("/services").response().body()).doesNotContain("payments");
    }

    @Test
    void storesAGuessOnlyWhenItIsAccepted() {
        var first = send("");
        var second = send("&accept=orders:payments");

        assertThat(first.json().path("guesses").path(0).path("accepted").asBoolean())
                .isFalse();
        assertThat(first.json().path("added").size()).isEqualTo(4);
        assertThat(second.json().path("added").size()).isEqualTo(1);
        assertThat(second.json().path("matched").size()).isEqualTo(4);
        assertThat(send("&accept=all").json().path("added").size()).isZero();
    }

    @Test
    void undoTakesAwayWhatWasAddedOnce() {
        var id = send("&accept=all").json().path("undo").asLong();

        var undone = api.json("POST", "/imports/" + id + "/undo", "");

        assertThat(undone.status()).as(undone.response().body()).isEqualTo(200);
        assertThat(api.get("/services").response().body()).doesNotContain("payments");
        assertThat(api.json("POST", "/imports/" + id + "/undo", "").status()).isEqualTo(409);
        assertThat(api.json("POST", "/imports/999999999/undo", "").status()).isEqualTo(404);
        assertThat(api.get("/imports")
                        .json()
                        .path("imports")
                        .path(0)
                        .path("undone")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void undoIsRefusedWholeWhenSomethingBuildsOnIt() {
        var id = send("").json().path("undo").asLong();
        send("&accept=all");

        var refused = api.json("POST", "/imports/" + id + "/undo", "");

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(409);
        assertThat(api.get("/services").response().body()).contains("payments");
    }

    @Test
    void readsFilesOfDifferentKindsInOneRequest() {
        var fixtures = Path.of("src/test/fixtures");
        var answer = api.files(
                "/imports?dryRun=true",
                List.of(
                        fixtures.resolve("compose/robot-shop--docker-compose.yaml"),
                        fixtures.resolve("k8s/microservices-demo--complete-demo.yaml"),
                        fixtures.resolve("backstage/backstage--artists-db-resource.yaml")));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("kind").asString()).isEqualTo("COMPOSE+KUBERNETES+BACKSTAGE");
    }

    private Caller.Answer send(String query) {
        var answer = api.raw(
                "POST",
                "/imports?name=compose.yml" + query,
                "application/yaml",
                COMPOSE.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }
}
