package dev.interlock.ingest;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.DocumentFinding;
import dev.interlock.arazzo.Workflow;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes each workflow of an Arazzo document a test case. */
@Component
class ArazzoImport {
    private final TestCases cases;

    ArazzoImport(TestCases cases) {
        this.cases = cases;
    }

    @Transactional
    public ImportAnswer read(ProjectId project, Upload upload, boolean dryRun, Actor actor) {
        var text = new String(upload.content(), StandardCharsets.UTF_8);
        var document = valid(text);
        var added = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var matched = new ArrayList<String>();
        keys(document).forEach((key, workflow) -> {
            var present = cases.find(project, key);
            var same = present.isPresent() && same(project, key, text);
            var sort = same ? matched : present.isEmpty() ? added : changed;
            sort.add("test case " + key);
            if (!dryRun && !same) {
                cases.put(project, key, draft(present, workflow, document, text), IfMatch.any(), actor);
            }
        });
        return new ImportAnswer(
                "ARAZZO", counts(document), added, changed, matched, List.of(), cases.lint(project, text));
    }

    private static ArazzoDocument valid(String text) {
        var reading = ArazzoDocument.inspect(text);
        var document = reading.document();
        if (document.isEmpty() || reading.findings().stream().anyMatch(DocumentFinding::isError)) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                    "The Arazzo document is refused.",
                    reading.findings().stream().map(DocumentFinding::toFinding).toList());
        }
        return document.get();
    }

    private boolean same(ProjectId project, TestKey key, String text) {
        return cases.workflowText(project, key).filter(text::equals).isPresent();
    }

    private static Map<TestKey, Workflow> keys(ArazzoDocument document) {
        var keys = new LinkedHashMap<TestKey, Workflow>();
        var taken = new HashSet<String>();
        for (var workflow : document.workflows()) {
            var base = Keys.propose(workflow.workflowId());
            var free = base;
            for (var i = 2; !taken.add(free); i++) {
                free = base.substring(0, Math.min(base.length(), 58)) + "-" + i;
            }
            keys.put(new TestKey(free), workflow);
        }
        return keys;
    }

    private static TestCaseDraft draft(
            Optional<TestCase> present, Workflow workflow, ArazzoDocument document, String text) {
        var title = workflow.summary().isBlank() ? document.title() + ": " + workflow.workflowId() : workflow.summary();
        var name = title.length() <= 200 ? title : title.substring(0, 199) + "…";
        var draft = TestCaseDraft.workflow(name, text).testing(workflow.workflowId());
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
                        workflow.workflowId(),
                        test.steps(),
                        test.rows()))
                .orElse(draft);
    }

    private static Map<String, Integer> counts(ArazzoDocument document) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("workflows", document.workflows().size());
        counts.put(
                "steps",
                document.workflows().stream()
                        .mapToInt(workflow -> workflow.steps().size())
                        .sum());
        counts.put("testCases", document.workflows().size());
        return counts;
    }
}
