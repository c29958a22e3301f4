package dev.interlock.web.tests;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.Keys;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the editor of a test case says.
 *
 * @param workflow Arazzo document of a WORKFLOW
 * @param workflowId which workflow of the document is the test; empty for the first
 * @param file the same as a file, which counts when it is there
 * @param steps of a MANUAL one, a line each: action, then => and what is expected
 * @param covers paths with spaces between; empty leaves it to be worked out
 */
record TestForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable TestKind kind,
        @Nullable String workflow,
        @Nullable String workflowId,
        @Nullable MultipartFile file,
        @Nullable String steps,
        @Nullable String covers,
        @Nullable String tags,
        @Nullable String team,
        @Nullable String requirements,
        @Nullable Long version) {

    static TestForm of(TestCase test, String workflow) {
        return new TestForm(
                test.key().value(),
                test.name(),
                test.kind(),
                workflow,
                test.workflowId(),
                null,
                test.steps().stream()
                        .map(step -> step.action() + " => " + step.expected())
                        .collect(Collectors.joining("\n")),
                test.coversCorrected()
                        ? test.covers().stream().map(PathKey::value).collect(Collectors.joining(" "))
                        : "",
                String.join(" ", test.tags()),
                test.team(),
                String.join(" ", test.requirements()),
                test.version());
    }

    /** Nothing typed yet. */
    static TestForm empty(@Nullable TestKind kind) {
        return new TestForm("", "", kind, "", "", null, "", "", "", "", "", null);
    }

    /** The same with another document. */
    TestForm with(String document) {
        return new TestForm(
                key, name, kind, document, workflowId, null, steps, covers, tags, team, requirements, version);
    }

    String nameOrEmpty() {
        return text(name).strip();
    }

    String workflowIdOrEmpty() {
        return text(workflowId);
    }

    TestKind kindOrWorkflow() {
        return kind == null ? TestKind.WORKFLOW : kind;
    }

    /** The document, from the file when one was sent. */
    String document() {
        if (file == null || file.isEmpty()) {
            return text(workflow).replace("\r\n", "\n");
        }
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String keyOrProposal() {
        return text(key).isBlank() ? Keys.propose(text(name)) : text(key).strip();
    }

    TestCaseDraft draft(@Nullable TestCase before) {
        var paths = words(covers).stream()
                .filter(Keys::isWellFormed)
                .map(PathKey::of)
                .toList();
        return new TestCaseDraft(
                kindOrWorkflow(),
                text(name).strip(),
                paths.isEmpty() ? null : paths,
                words(tags),
                before == null ? "" : before.owner(),
                text(team).strip(),
                words(requirements),
                before == null ? CrashPolicy.RERUN : before.crashPolicy(),
                kindOrWorkflow() == TestKind.WORKFLOW ? document() : null,
                chosenWorkflow(),
                manual(),
                before == null ? List.of() : before.rows());
    }

    /** The workflow chosen before, while the document still has it. */
    private @Nullable String chosenWorkflow() {
        var chosen = workflowIdOrEmpty();
        return chosen.isEmpty() || !document().contains(chosen) ? null : chosen;
    }

    private List<ManualStep> manual() {
        return text(steps)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("=>", 2))
                .map(parts -> new ManualStep(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""))
                .toList();
    }

    private static List<String> words(@Nullable String text) {
        return Arrays.stream(text(text).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
