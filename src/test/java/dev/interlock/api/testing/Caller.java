package dev.interlock.api.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API of one project as CI does. */
final class Caller {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String BOUNDARY = "part-of-a-report";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    Caller(int port, String project, String token) {
        this.base = "http://localhost:" + port + "/api/v1/projects/" + project;
        this.token = token;
    }

    /** An answer with its body as JSON, if it is that. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        String etag() {
            return response.headers().firstValue("ETag").orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer json(String method, String path, String body, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), with(headers, "Content-Type", "application/json"));
    }

    Answer raw(String method, String path, String type, byte[] body, String... headers) {
        return send(method, path, BodyPublishers.ofByteArray(body), with(headers, "Content-Type", type));
    }

    Answer files(String path, List<Path> files) {
        var body = new ByteArrayOutputStream();
        try {
            for (var file : files) {
                body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + file.getFileName() + "\"\r\nContent-Type: application/xml\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.write(Files.readAllBytes(file));
                body.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return raw("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .headers(with(headers, "Authorization", "Bearer " + token))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
