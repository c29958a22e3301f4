package dev.interlock.ingest;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells documents apart and hands each to its reader. */
@Component
class StoredImports implements Imports {
    private static final int MOST = 100;

    private final OpenApiImport openApi;
    private final ArazzoImport arazzo;
    private final Traces traces;

    StoredImports(OpenApiImport openApi, ArazzoImport arazzo, Traces traces) {
        this.openApi = openApi;
        this.arazzo = arazzo;
        this.traces = traces;
    }

    @Override
    public ImportAnswer read(
            ProjectId project, List<Upload> documents, @Nullable ServiceKey service, boolean dryRun, Actor actor) {
        if (documents.isEmpty() || documents.size() > MOST) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                    "The request holds " + documents.size() + " documents; it has to hold 1 to " + MOST + ".");
        }
        var refused = new ArrayList<Finding>();
        var answer = documents.stream()
                .sorted(Comparator.comparing(DocumentKind::of))
                .flatMap(document -> tried(project, document, service, dryRun, actor, refused).stream())
                .reduce(ImportAnswer::and);
        return answer.map(done -> done.with(refused)).orElseThrow(() -> refusal(refused));
    }

    private Optional<ImportAnswer> tried(
            ProjectId project,
            Upload document,
            @Nullable ServiceKey service,
            boolean dryRun,
            Actor actor,
            List<Finding> refused) {
        try {
            return switch (DocumentKind.of(document)) {
                case OPENAPI -> Optional.of(openApi.read(project, document, service, dryRun, actor));
                case ARAZZO -> Optional.of(arazzo.read(project, document, dryRun, actor));
                case TRACES -> Optional.of(traces.readFile(project, document, dryRun, actor));
                default -> {
                    refused.add(unsupported(document));
                    yield Optional.empty();
                }
            };
        } catch (Problem problem) {
            refused.addAll(findings(document, problem));
            return Optional.empty();
        }
    }

    private static List<Finding> findings(Upload document, Problem problem) {
        if (problem.findings().isEmpty()) {
            return List.of(Finding.error(
                    document.fileName(), problem.detail(), problem.type().next()));
        }
        return problem.findings().stream()
                .map(one -> new Finding(
                        document.fileName() + ", " + one.where(), one.problem(), one.hint(), one.severity()))
                .toList();
    }

    private static Finding unsupported(Upload document) {
        var kind = DocumentKind.of(document);
        if (kind == DocumentKind.JUNIT) {
            return Finding.error(document.fileName(), "It is a test report.", "Send it to the results of the project.");
        }
        if (kind == DocumentKind.UNKNOWN) {
            return Finding.error(
                    document.fileName(),
                    "It is neither an OpenAPI nor an Arazzo document nor a file of traces.",
                    "Such a document has openapi, swagger or arazzo at its top level; traces are OTLP, Jaeger or Zipkin.");
        }
        return Finding.error(
                document.fileName(),
                "It looks like " + kind.words() + ", which this version cannot import yet.",
                "Import OpenAPI or Arazzo documents or traces; further kinds follow in a later version.");
    }

    private static Problem refusal(List<Finding> refused) {
        var first = refused.getFirst();
        return IngestProblem.DOCUMENT_IS_REFUSED.because(
                "Nothing was imported. " + first.where() + ": " + first.problem(), refused);
    }
}
