package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.openapi.OpenApiDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenApiOperationsTests {

    private static String text(String name) throws IOException {
        try (var stream = OpenApiOperationsTests.class.getResourceAsStream("/fixtures/arazzo/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Source museum() throws IOException {
        var document = OpenApiDocument.read("museum.yaml", text("redocly-cli--museum.yaml"));
        return Source.service(new OpenApiOperations(document), URI.create("http://museum.test"));
    }

    @Test
    void findsOperationsOfTemplatedPaths() throws IOException {
        var operations = museum().operations().orElseThrow();

        var found =
                operations.byPointer("/paths/~1special-events~1{eventId}/get").orElseThrow();

        assertThat(found.key()).isEqualTo("GET /special-events/{eventId}");
        assertThat(found.parameter("eventId", "path").orElseThrow().required()).isTrue();
    }

    @Test
    void findsEveryTargetOfTheMuseumAndItsTickets() throws IOException {
        var tickets = ArazzoDocument.read(text("redocly-cli--museum-tickets.arazzo.yaml"));
        var known = Sources.of("museum-api", museum()).and("tickets-from-museum-api", Source.workflows(tickets));

        var findings =
                ArazzoDocument.read(text("redocly-cli--museum-api.arazzo.yaml")).check(known);

        assertThat(findings).filteredOn(DocumentFinding::isError).isEmpty();
    }

    @Test
    void callsAWorkflowOfAnotherDocumentAndChecksItsContract() throws IOException {
        var tickets = ArazzoDocument.read(text("redocly-cli--museum-tickets.arazzo.yaml"));
        var known = Sources.of("museum-api", museum()).and("tickets-from-museum-api", Source.workflows(tickets));
        var document = ArazzoDocument.read(text("redocly-cli--museum-api.arazzo.yaml"));
        var request = WorkflowRequest.of(
                document, "get-museum-hours", JsonMapper.shared().createObjectNode(), known);
        var run = new TestRun()
                .answers("[{\"date\": \"2023-09-11\", \"timeOpen\": \"09:00\", \"timeClose\": \"18:00\"}]")
                .answers(HttpAnswer.json(201, "{\"message\": 5}"));

        var result = run.run(request);

        assertThat(run.calls).extracting(call -> call.uri().getPath()).containsExactly("/museum-hours", "/tickets");
        assertThat(run.calls.getLast().bodyText()).contains("2023-09-07");
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.cause()).contains(FailureCause.CONTRACT);
        assertThat(result.sentence()).contains("buy-tickets: the answer breaks the contract");
    }
}
