package dev.interlock.api.testing;

import dev.interlock.api.Answers;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestQuery;
import dev.interlock.testcase.TestRevision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Test cases of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/test-cases")
class TestCaseEndpoints {
    private final TestCases cases;

    TestCaseEndpoints(TestCases cases) {
        this.cases = cases;
    }

    /** The key of a copy. */
    record Copy(@Nullable String key) {}

    /** What validation finds. */
    record Lint(List<Finding> findings) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<TestCaseShown> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return cases.list(access.project(), TestQuery.parse(q), after, limit).map(test -> TestCaseShown.of(test, null));
    }

    @GetMapping(path = "/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.VIEWER)
    ResponseEntity<TestCaseShown> read(@PathVariable String key, Access access) {
        return shown(access, find(access, key));
    }

    @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.TESTER)
    ResponseEntity<TestCaseShown> put(
            @PathVariable String key,
            @RequestBody TestCaseWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var isNew = cases.find(access.project(), new TestKey(key)).isEmpty();
        var test = cases.put(
                access.project(), new TestKey(key), written.draft(key), IfMatch.header(ifMatch), access.actor());
        return stored(access, test, isNew);
    }

    @DeleteMapping("/{key}")
    @Allow(Role.TESTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        cases.delete(access.project(), new TestKey(key), IfMatch.header(ifMatch), access.actor());
    }

    @PostMapping("/{key}/copy")
    @Allow(Role.TESTER)
    ResponseEntity<TestCaseShown> copy(@PathVariable String key, @RequestBody Copy copy, Access access) {
        var wanted = new TestKey(Objects.requireNonNullElse(copy.key(), ""));
        var test = cases.copy(access.project(), new TestKey(key), wanted, access.actor());
        return stored(access, test, true);
    }

    @GetMapping("/{key}/revisions")
    @Allow(Role.VIEWER)
    Slice<TestRevision> revisions(@PathVariable String key, Access access) {
        return new Slice<>(cases.revisions(access.project(), find(access, key).key()), null);
    }

    @PostMapping("/lint")
    @Allow(Role.VIEWER)
    Lint lint(@RequestBody String text, Access access) {
        return new Lint(cases.lint(access.project(), text));
    }

    private ResponseEntity<TestCaseShown> stored(Access access, TestCase test, boolean isNew) {
        var body = body(access, test);
        var answer = ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
        return answer.eTag("\"" + test.version() + "\"").body(body);
    }

    private ResponseEntity<TestCaseShown> shown(Access access, TestCase test) {
        return Answers.entity(body(access, test), test.version());
    }

    private TestCaseShown body(Access access, TestCase test) {
        return TestCaseShown.of(
                test, cases.workflowText(access.project(), test.key()).orElse(null));
    }

    private TestCase find(Access access, String key) {
        return cases.find(access.project(), new TestKey(key)).orElseThrow(() -> unknown(key));
    }

    static Problem unknown(String key) {
        return TestCaseProblem.TEST_CASE_IS_UNKNOWN.because("There is no test case \"" + key + "\".");
    }
}
