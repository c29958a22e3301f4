package dev.interlock.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint by every kind of sender, over a socket. The committed table says who may; the annotations have to agree
 * with it, and whoever may not never gets a 2xx. What it found is written to target/authorization-matrix.tsv:
 * look through the difference, then copy it.
 */
@Import(TestSenders.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuthorizationMatrixIT {
    private static final Path TABLE = Path.of("src/test/resources/authorization-matrix.tsv");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestSenders senders;

    private Map<String, String> actual;

    @BeforeEach
    void readMappings() {
        actual = new TreeMap<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            for (var verb : verbs(info)) {
                for (var path : info.getPatternValues()) {
                    actual.put(verb + "\t" + path, rule(method, verb));
                }
            }
        });
    }

    @Test
    void namesEveryEndpointWithTheLeastItAsksFor() throws IOException {
        var lines = actual.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
        Files.write(Path.of("target/authorization-matrix.tsv"), lines);

        assertThat(Files.readAllLines(TABLE)).containsExactlyElementsOf(lines);
    }

    @Test
    void letsNobodyThroughWhoMayNot() {
        var unexpected = new ArrayList<String>();
        var calls = 0;
        for (var entry : actual.entrySet()) {
            var parts = entry.getKey().split("\t");
            for (var sender : senders.all()) {
                if (!sender.mayPass(entry.getValue(), parts[1])) {
                    calls++;
                    var status = sender.send(port, parts[0], path(parts[1], senders.projectKey()));
                    if (status < 300 || status >= 500) {
                        unexpected.add(sender.name() + " " + entry.getKey() + " -> " + status);
                    }
                }
            }
        }

        assertThat(unexpected).isEmpty();
        assertThat(calls).isGreaterThan(actual.size());
    }

    @Test
    void hidesProjectsOfOthers() {
        var reads = actual.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("GET\t/api/"))
                .filter(entry -> entry.getKey().contains("{project}"))
                .map(entry -> entry.getKey().split("\t")[1])
                .toList();

        assertThat(reads).isNotEmpty().allSatisfy(pattern -> {
            assertThat(senders.stranger().send(port, "GET", path(pattern, senders.projectKey())))
                    .as(pattern)
                    .isEqualTo(404);
        });
    }

    private static Set<String> verbs(RequestMappingInfo info) {
        var verbs = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return verbs.isEmpty() ? Set.of("ANY") : verbs;
    }

    private static String path(String pattern, String project) {
        return pattern.replace("{project}", project)
                .replaceAll("\\{[^/]+}", "1")
                .replace("/**", "/1");
    }

    private static String rule(HandlerMethod method, String verb) {
        for (var place : List.of(method.getMethod(), method.getBeanType())) {
            var allow = AnnotatedElementUtils.findMergedAnnotation(place, Allow.class);
            if (allow != null) {
                return allow.value().name() + "\t" + scope(allow.scope(), verb);
            }
            var known = AnnotatedElementUtils.findMergedAnnotation(place, AllowSignedIn.class);
            if (known != null) {
                return "signed in\t" + scope(known.scope(), verb);
            }
            if (AnnotatedElementUtils.hasAnnotation(place, AllowInstanceAdmin.class)) {
                return "instance administrator\tadmin";
            }
            if (AnnotatedElementUtils.hasAnnotation(place, AllowAnyone.class)) {
                return "anyone\t-";
            }
        }
        return "CLOSED\t-";
    }

    private static String scope(Scope[] said, String verb) {
        return said.length > 0 ? said[0].word() : READING.contains(verb) ? "read" : "admin";
    }
}
