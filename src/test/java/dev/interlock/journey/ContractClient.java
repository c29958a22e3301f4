package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.openapi.ContractCheck;
import dev.interlock.openapi.ContractFinding.Kind;
import dev.interlock.openapi.OpenApiDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running Interlock and holds every answer to the document it serves about itself. */
final class ContractClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final TreeSet<String> called = new TreeSet<>();
    private final TreeSet<String> breaks = new TreeSet<>();
    private final String base;
    private final String token;
    private final OpenApiDocument document;
    private final ContractCheck check;

    /**
     * Reads the document of a service first.
     *
     * @param address where it is, with a slash at the end
     */
    ContractClient(String address, String token) {
        this.base = address.substring(0, address.length() - 1);
        this.token = token;
        this.document = OpenApiDocument.read(
                "openapi.json", sent(request("GET", "/api/v1/openapi.json", "")).body());
        this.check = new ContractCheck(document);
    }

    /** The JSON of an answer with this status. */
    JsonNode answered(int status, String method, String path, String body, String... headers) {
        var response = call(method, path, body, token, headers);
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isEqualTo(status);
        return JsonMapper.shared().readTree(response.body().isEmpty() ? "null" : response.body());
    }

    /** The problem document of a refusal with this status. */
    JsonNode refused(int status, String method, String path, String body) {
        var problem = answered(status, method, path, body);
        assertThat(problem.path("type").asString()).startsWith("/problems/");
        assertThat(problem.path("detail").asString()).isNotEmpty();
        return problem;
    }

    HttpResponse<String> call(String method, String path, String body, String bearer, String... headers) {
        var request = request(method, path, body).setHeader("Authorization", "Bearer " + bearer);
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        var response = sent(request);
        checkContract(method, path, response);
        return response;
    }

    /** The calls made so far, as the document names them. */
    Set<String> called() {
        return new TreeSet<>(called);
    }

    /** Where answers so far differed from the document; a sentence each. */
    Set<String> breaks() {
        return new TreeSet<>(breaks);
    }

    @Override
    public void close() {
        http.close();
    }

    private void checkContract(String method, String path, HttpResponse<String> response) {
        var operation =
                document.operationMatching(method, path.replaceAll("\\?.*", "")).orElseThrow();
        called.add(operation.key());
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        var findings =
                check.check(operation, response.statusCode(), response.headers().map(), body);
        findings.stream()
                .filter(finding -> finding.breaking() || finding.kind() == Kind.UNDOCUMENTED_PROPERTY)
                .map(finding -> "%s answered %d: %s".formatted(operation.key(), response.statusCode(), finding))
                .forEach(breaks::add);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
