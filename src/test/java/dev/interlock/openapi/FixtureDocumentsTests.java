package dev.interlock.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.interlock.platform.Finding;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class FixtureDocumentsTests {
    private static final Set<String> INVALID = Set.of(
            "openapi-to-postman--invalid-no-paths.yaml",
            "openapi-to-postman--invalid-yaml-syntax.yaml",
            "openapi-to-postman--invalid_wrong_swagger_version.json");

    static Stream<String> readable() {
        return Fixtures.truth(Fixtures.FOLDER).propertyNames().stream().filter(name -> !INVALID.contains(name));
    }

    static Stream<String> bundles() {
        return Fixtures.truth(Fixtures.MULTI).propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void countsWhatAnIndependentScriptCounted(String name) {
        var truth = Fixtures.truth(Fixtures.FOLDER).path(name);

        var document = Fixtures.read(name);

        var counts = document.counts();
        assertThat(counts.operationsAsWritten())
                .isEqualTo(truth.path("operations").asInt());
        assertThat(counts.operations())
                .isEqualTo(document.operations().size())
                .isEqualTo(truth.path("operations_after_local_path_refs").asInt());
        assertThat(counts.webhookOperations())
                .isEqualTo(truth.path("webhook_operations").asInt());
        assertThat(counts.callbackOperations())
                .isEqualTo(truth.path("callback_operations").asInt());
        assertThat(counts.furtherMethods())
                .isEqualTo(truth.path("extra_methods").size());
        assertThat(counts.paths()).isEqualTo(truth.path("paths").asInt());
        assertThat(counts.schemas()).isEqualTo(truth.path("schemas").asInt());
        assertThat(document.versionText()).isEqualTo(truth.path("version").asString());
        assertThat(document.title()).isEqualTo(truth.path("title").asString(""));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void namesEveryOperationIdUsedTwice(String name) {
        var repeated = Fixtures.truth(Fixtures.FOLDER).path(name).path("duplicate_operation_ids");

        var findings = Fixtures.read(name).findings();

        for (var id : repeated) {
            assertThat(findings)
                    .anyMatch(finding -> finding.problem().contains("'" + id.asString() + "' is also used"));
        }
        assertThat(findings.stream()
                        .filter(finding -> finding.problem().contains("is also used"))
                        .count())
                .isGreaterThanOrEqualTo(repeated.size());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void givesEveryOperationAKeyOfItsOwn(String name) {
        var document = Fixtures.read(name);

        assertThat(document.operations()).extracting(Operation::key).doesNotHaveDuplicates();
        assertThat(document.operations())
                .allMatch(one -> document.operation(one.key()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsTheSameAgainFromItsKeptText(String name) {
        var document = Fixtures.read(name);

        var again = OpenApiDocument.read("kept.json", document.toJson());

        assertThat(again.operations().stream().map(Operation::summarised))
                .containsExactlyElementsOf(document.operations().stream()
                        .map(Operation::summarised)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openapi-to-postman--invalid-no-paths.yaml | /paths | is missing
            openapi-to-postman--invalid-yaml-syntax.yaml | line 8, column | Not valid YAML
            openapi-to-postman--invalid_wrong_swagger_version.json | /swagger | is not known
            """)
    void refusesBrokenDocumentsWithPlaceAndReason(String name, String where, String reason) {
        assertThatThrownBy(() -> Fixtures.read(name))
                .asInstanceOf(type(UnreadableDocument.class))
                .extracting(refused -> refused.findings().getFirst())
                .satisfies(finding -> {
                    assertThat(finding.where()).contains(where);
                    assertThat(finding.problem()).contains(reason);
                    assertThat(finding.hint()).isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void readsDocumentsSplitIntoFiles(String folder) {
        var truth = Fixtures.truth(Fixtures.MULTI).path(folder);
        var bundle = OpenApiBundle.of(Fixtures.files(folder));

        var document = bundle.read();

        assertThat(bundle.roots()).containsExactly(truth.path("root").asString());
        assertThat(document.counts().operations())
                .isEqualTo(truth.path("operations_after_resolving_path_refs").asInt());
        assertThat(document.counts().paths()).isEqualTo(truth.path("paths").asInt());
        assertThat(document.findings())
                .extracting(Finding::problem)
                .noneMatch(problem -> problem.contains("reference"));
    }

    @Test
    void namesReferencesThatLeadOutside() {
        var document = Fixtures.read("swagger-parser--issue-1143.json");

        assertThat(document.findings())
                .anyMatch(finding -> finding.problem().contains("points outside the upload and is not fetched"));
    }

    @Test
    void noticesKeysWrittenTwice() {
        var findings =
                Fixtures.read("swagger-parser--duplicateHttpStatusCodes.json").findings();

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.where()).isEqualTo("line 28, column 11");
            assertThat(finding.problem()).contains("'200' is written twice");
        });
    }

    @Test
    void keepsTwoOperationsOnOneAddressApart() {
        var document = Fixtures.read("box-openapi--openapi.json");

        var withFragment = document.operations().stream()
                .filter(one -> one.path().contains("#"))
                .toList();

        assertThat(withFragment).isNotEmpty().allMatch(one -> !one.requestPath().contains("#"));
    }

    @Test
    void readsTwoOperationsOfADocumentFromAPathItemReference() {
        var document = Fixtures.read("npm-oas-examples--server-path-level.json");

        assertThat(document.counts().operations()).isEqualTo(7);
        assertThat(document.counts().operationsAsWritten()).isEqualTo(6);
    }

    @Test
    void fillsVariablesOfServers() {
        assertThat(Fixtures.read("learn.openapis.org--uspto.yaml").servers())
                .extracting(Server::url)
                .containsExactly("https://developer.uspto.gov/ds-api");
        assertThat(Fixtures.read("learn.openapis.org--uber.json").servers())
                .extracting(Server::url)
                .containsExactly("https://api.uber.com/v1");
    }

    @Test
    void readsLinksBetweenOperations() {
        var document = Fixtures.read("learn.openapis.org--link-example.json");

        var links = document.operationById("getUserByName")
                .orElseThrow()
                .success()
                .orElseThrow()
                .links();

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.operationId()).contains("getRepositoriesByOwner");
            assertThat(link.parameters()).isEqualTo(Map.of("username", "$response.body#/username"));
        });
    }

    @Test
    void findsTheOperationOfARequest() {
        var document = Fixtures.read("realworld--openapi.yml");

        assertThat(document.operationMatching("get", "/articles/feed?limit=3").map(Operation::path))
                .contains("/articles/feed");
        assertThat(document.operationMatching("GET", "/articles/how-to").map(Operation::path))
                .contains("/articles/{slug}");
        assertThat(document.operationMatching("GET", "/nothing")).isEmpty();
    }

    @Test
    void knowsWhichNodeAReferenceNames() {
        JsonNode pet = Fixtures.read("learn.openapis.org--petstore-minimal.json")
                .at("/definitions/Pet")
                .orElseThrow();

        assertThat(pet.path("properties").propertyNames()).contains("id", "name");
    }
}
