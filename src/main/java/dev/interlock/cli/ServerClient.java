package dev.interlock.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the REST interface of a running Interlock. */
final class ServerClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String token;

    /** @param base address of the REST interface, without a slash at the end */
    ServerClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The answer of a GET; refuses anything but success with {@link ServerRefused}. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** The answer of a POST that may be repeated safely; refuses anything but success with {@link ServerRefused}. */
    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, "application/json", JSON.writeValueAsString(body));
    }

    /** The same with text of another kind. */
    JsonNode post(String path, String contentType, String text) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** The answer of a PUT; refuses anything but success with {@link ServerRefused}. */
    JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var body = parsed(response.body());
        if (response.statusCode() >= 300) {
            throw new ServerRefused(response.statusCode(), sentence(body, response.statusCode()));
        }
        return body;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static String sentence(JsonNode problem, int status) {
        var title = problem.path("title").asString("The server answered " + status);
        var detail = problem.path("detail").asString("");
        return detail.isEmpty() ? title : title + ": " + detail;
    }
}
