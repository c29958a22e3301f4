package dev.interlock.api.testing;

import dev.interlock.api.Answers;
import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Arazzo document of a test case as it is, by media type. */
@RestController
@RequestMapping("/api/v1/projects/{project}/test-cases")
class WorkflowEndpoints {
    private static final String PLAIN = "application/vnd.oai.workflows";
    private static final String YAML = "application/vnd.oai.workflows+yaml";
    private static final String JSON = "application/vnd.oai.workflows+json";

    private final TestCases cases;

    WorkflowEndpoints(TestCases cases) {
        this.cases = cases;
    }

    @GetMapping(path = "/{key}", produces = YAML)
    @Allow(Role.VIEWER)
    ResponseEntity<String> read(@PathVariable String key, Access access) {
        var test = cases.find(access.project(), new TestKey(key)).orElseThrow(() -> TestCaseEndpoints.unknown(key));
        var text = cases.workflowText(access.project(), test.key())
                .orElseThrow(() -> TestCaseProblem.TEST_CASE_IS_UNKNOWN.because(
                        "The test case \"" + key + "\" is " + test.kind() + " and has no document."));
        return Answers.entity(text, test.version());
    }

    @PutMapping(
            path = "/{key}",
            consumes = {PLAIN, YAML, JSON, "application/yaml", "text/yaml"})
    @Allow(Role.TESTER)
    ResponseEntity<TestCaseShown> put(
            @PathVariable String key,
            @RequestBody String text,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var present = cases.find(access.project(), new TestKey(key));
        var test = cases.put(
                access.project(), new TestKey(key), draft(present, key, text), IfMatch.header(ifMatch), access.actor());
        return ResponseEntity.status(present.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag("\"" + test.version() + "\"")
                .body(TestCaseShown.of(test, text));
    }

    /** Labels stay as they are; a new test case takes its name from the document. */
    private static TestCaseDraft draft(Optional<TestCase> present, String key, String text) {
        return present.map(test -> new TestCaseDraft(
                        test.kind(),
                        test.name(),
                        test.coversCorrected() ? test.covers() : null,
                        test.tags(),
                        test.owner(),
                        test.team(),
                        test.requirements(),
                        test.crashPolicy(),
                        text,
                        null,
                        test.steps(),
                        test.rows()))
                .orElseGet(() -> TestCaseDraft.workflow(title(text, key), text));
    }

    private static String title(String text, String key) {
        return ArazzoDocument.inspect(text)
                .document()
                .map(ArazzoDocument::title)
                .filter(title -> !title.isBlank() && title.length() <= 200)
                .orElse(key);
    }
}
