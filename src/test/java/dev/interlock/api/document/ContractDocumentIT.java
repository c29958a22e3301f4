package dev.interlock.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.api.Contract;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.Response;
import dev.interlock.security.Browser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published contract names every call there is with its answers, and none that there is not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ContractDocumentIT {
    private static final String BASE = "/api/v1/";
    private static final String ITSELF = "/api/v1/openapi";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @LocalServerPort
    int port;

    @Autowired
    Contract contract;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void namesEveryCallAndNoOther() {
        assertThat(served().path("openapi").asString()).startsWith("3.1");
        assertThat(calls()).isEqualTo(mapped()).hasSizeGreaterThan(100);
    }

    @Test
    void hasALineOfTheTableForEveryCallAndNoOther() {
        var table = CallTable.read();

        assertThat(calls()).allSatisfy(call -> assertThat(table.find(call)).isPresent());
        assertThat(table.calls()).isSubsetOf(calls());
    }

    @Test
    void isReadByOurOwnReaderWithoutAFinding() {
        assertThat(contract.document().findings()).isEmpty();
        assertThat(contract.document().operations()).hasSize(calls().size());
        assertThat(contract.document().servers()).hasSize(1);
    }

    @Test
    void declaresEveryVariableOfAnAddressAndNoOther() {
        for (var operation : contract.document().operations()) {
            var written = VARIABLE.matcher(operation.path())
                    .results()
                    .map(MatchResult::group)
                    .map(variable -> variable.substring(1, variable.length() - 1))
                    .toList();

            assertThat(operation.parametersIn("path"))
                    .as(operation.key())
                    .extracting(Parameter::name)
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void describesTheSuccessAndTheRefusalsOfEveryCall() {
        assertThat(contract.document().operations()).allSatisfy(operation -> {
            assertThat(operation.summary()).endsWith(".");
            assertThat(operation.operationId()).isPresent();
            assertThat(operation.tags()).hasSize(1);
            assertThat(operation.success()).isPresent();
            assertThat(codes(operation))
                    .contains("400", "401", "403", "429", "500")
                    .doesNotContain("default");
            assertThat(refusals(operation))
                    .allSatisfy(refusal -> assertThat(refusal.contents())
                            .singleElement()
                            .satisfies(
                                    content -> assertThat(content.mediaType()).isEqualTo("application/problem+json")));
        });
    }

    @Test
    void saysThatAStoredThingIsChangedByItsVersionOnly() {
        var change = contract.document()
                .operation("PUT /api/v1/projects/{project}/paths/{key}")
                .orElseThrow();

        assertThat(codes(change)).contains("412", "428");
        assertThat(change.parametersIn("header")).extracting(Parameter::name).contains("If-Match");
    }

    @Test
    void saysWhichAnswersCarryTheVersionThatIfMatchAsksFor() {
        var calls = served().path("paths");

        for (var thing : List.of("paths/{key}", "test-cases/{key}", "plans/{key}", "environments/{key}")) {
            var call = calls.path("/api/v1/projects/{project}/" + thing);
            assertThat(call.isObject()).as(thing).isTrue();
            for (var method : List.of("get", "put")) {
                assertThat(call.path(method)
                                .path("responses")
                                .path("200")
                                .path("headers")
                                .has("ETag"))
                        .as(method + " " + thing)
                        .isTrue();
            }
        }
        assertThat(calls.path("/api/v1/projects/{project}/paths")
                        .path("get")
                        .path("responses")
                        .path("200")
                        .has("headers"))
                .isFalse();
    }

    @Test
    void givesTypesOfOneNameSchemasOfTheirOwn() {
        var schemas = served().path("components").path("schemas");

        assertThat(schemas.path("ProjectShown").path("required")).hasSizeGreaterThan(1);
        assertThat(schemas.path("TokenShown").path("properties").propertyNames())
                .contains("scopes", "prefix");
        assertThat(schemas.has("Shown")).isFalse();
    }

    @Test
    void isTheSameInEveryLanguage() {
        var german = new Browser(port).get("/api/v1/openapi.json", "Accept-Language", "de");
        var french = new Browser(port).get("/api/v1/openapi.json", "Accept-Language", "fr");

        assertThat(german.body()).isEqualTo(french.body());
        assertThat(new Browser(port).get("/api/v1/openapi.json.yaml").body()).contains("openapi: 3.1");
    }

    private JsonNode served() {
        var response = new Browser(port).call("GET", "/api/v1/openapi.json", "");
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private Set<String> calls() {
        return contract.document().operations().stream()
                .map(Operation::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> mapped() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith(BASE) && !path.startsWith(ITSELF))
                        .flatMap(path -> verbs(info).map(verb -> verb + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> verbs(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(Enum::name);
    }

    private static List<String> codes(Operation operation) {
        return operation.responses().stream().map(Response::code).toList();
    }

    private static List<Response> refusals(Operation operation) {
        return operation.responses().stream()
                .filter(response -> response.code().compareTo("400") >= 0)
                .toList();
    }
}
