package dev.interlock.testcase.store;

import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.DraftedTest;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestState;
import dev.interlock.testcase.draft.Draft;
import dev.interlock.testcase.draft.PathDrafts;
import dev.interlock.testcase.draft.ServiceDrafts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Drafts workflows and keeps them; what was drafted before is left alone. */
@Component
class DraftingDesk {
    private static final String TAG = "drafted";

    private final Interfaces interfaces;
    private final Paths paths;
    private final Environments environments;
    private final TestCaseTable table;
    private final TestCaseWriter writer;

    DraftingDesk(
            Interfaces interfaces, Paths paths, Environments environments, TestCaseTable table, TestCaseWriter writer) {
        this.interfaces = interfaces;
        this.paths = paths;
        this.environments = environments;
        this.table = table;
        this.writer = writer;
    }

    List<DraftedTest> draft(ProjectId project, ServiceKey service, Actor actor) {
        var document = interfaces
                .document(project, service)
                .filter(known -> !known.operations().isEmpty())
                .orElseThrow(() -> TestCaseProblem.NOTHING_TO_DRAFT_FROM.because(
                        "The service \"" + service + "\" has no interface with an operation."));
        var drafts = ServiceDrafts.of(service, document, identified(project).contains(service));
        return drafts.stream()
                .map(draft -> keep(project, draft, List.of(TAG, service.value()), actor))
                .toList();
    }

    List<DraftedTest> draft(ProjectId project, PathKey key, Actor actor) {
        var path = paths.find(project, key)
                .orElseThrow(() -> TestCaseProblem.NOTHING_TO_DRAFT_FROM.because("There is no path \"" + key + "\"."));
        var documents = new LinkedHashMap<ServiceKey, OpenApiDocument>();
        path.services()
                .forEach(service ->
                        interfaces.document(project, service).ifPresent(document -> documents.put(service, document)));
        var draft = PathDrafts.of(path, documents, identified(project))
                .orElseThrow(() -> TestCaseProblem.NOTHING_TO_DRAFT_FROM.because(
                        "No service of the path \"" + key + "\" has an interface with an operation."));
        return List.of(keep(project, draft, List.of(TAG), actor));
    }

    /** The services that some environment has an identity for. */
    private Set<ServiceKey> identified(ProjectId project) {
        return environments.all(project).stream()
                .flatMap(environment -> environment.targets().entrySet().stream())
                .filter(target -> !target.getValue().identity().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private DraftedTest keep(ProjectId project, Draft draft, List<String> tags, Actor actor) {
        var key = new TestKey(draft.key());
        var present = table.find(project, key);
        var test = present.orElseGet(() -> writer.write(
                project,
                key,
                TestCaseDraft.workflow(draft.name(), draft.document()).tagged(tags),
                Optional.empty(),
                actor));
        var runnable = test.state() == TestState.READY;
        return new DraftedTest(test, test.toFillIn(), runnable, draft.identities(), present.isPresent());
    }
}
