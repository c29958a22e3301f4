package dev.interlock.api.testing;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.api.Answers;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteDraft;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Suites of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/suites")
class SuiteEndpoints {
    private final Suites suites;

    SuiteEndpoints(Suites suites) {
        this.suites = suites;
    }

    /** What is written of a suite. */
    record Written(
            @Nullable String name,
            @Nullable List<String> tests,
            @Nullable List<String> suites,
            @Nullable String query) {
        SuiteDraft draft(String key) {
            return new SuiteDraft(
                    requireNonNullElse(name, key),
                    requireNonNullElse(tests, List.<String>of()).stream()
                            .map(TestKey::new)
                            .toList(),
                    requireNonNullElse(suites, List.<String>of()).stream()
                            .map(SuiteKey::new)
                            .toList(),
                    requireNonNullElse(query, ""));
        }
    }

    /** A suite as JSON; {@code expanded} lists the test cases it comes to, only when one suite is asked for. */
    record Shown(
            String key,
            String name,
            List<String> tests,
            List<String> suites,
            String query,
            @Nullable List<String> expanded,
            long version) {
        static Shown of(Suite suite, @Nullable List<TestKey> expanded) {
            return new Shown(
                    suite.key().value(),
                    suite.name(),
                    suite.tests().stream().map(TestKey::value).toList(),
                    suite.suites().stream().map(SuiteKey::value).toList(),
                    suite.query(),
                    expanded == null
                            ? null
                            : expanded.stream().map(TestKey::value).toList(),
                    suite.version());
        }
    }

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Shown> list(Access access) {
        var all = suites.all(access.project()).stream().map(suite -> Shown.of(suite, null));
        return new Slice<>(all.toList(), null);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<Shown> read(@PathVariable String key, Access access) {
        var suite = suites.find(access.project(), new SuiteKey(key))
                .orElseThrow(() -> TestCaseProblem.SUITE_IS_UNKNOWN.because("There is no suite \"" + key + "\"."));
        return Answers.entity(Shown.of(suite, suites.expand(access.project(), suite.key())), suite.version());
    }

    @PutMapping("/{key}")
    @Allow(Role.TESTER)
    ResponseEntity<Shown> put(
            @PathVariable String key,
            @RequestBody Written written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var isNew = suites.find(access.project(), new SuiteKey(key)).isEmpty();
        var suite = suites.put(
                access.project(), new SuiteKey(key), written.draft(key), IfMatch.header(ifMatch), access.actor());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag("\"" + suite.version() + "\"")
                .body(Shown.of(suite, suites.expand(access.project(), suite.key())));
    }

    @DeleteMapping("/{key}")
    @Allow(Role.TESTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        suites.delete(access.project(), new SuiteKey(key), IfMatch.header(ifMatch), access.actor());
    }
}
