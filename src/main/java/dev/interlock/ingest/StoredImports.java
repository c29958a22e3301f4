package dev.interlock.ingest;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.ingest.landscape.LandscapeFiles;
import dev.interlock.ingest.landscape.LandscapeImport;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells documents apart and hands each to its reader. */
@Component
class StoredImports implements Imports {
    private static final int MOST = 100;

    private final OpenApiImport openApi;
    private final ArazzoImport arazzo;
    private final Traces traces;
    private final LandscapeImport landscape;

    StoredImports(OpenApiImport openApi, ArazzoImport arazzo, Traces traces, LandscapeImport landscape) {
        this.openApi = openApi;
        this.arazzo = arazzo;
        this.traces = traces;
        this.landscape = landscape;
    }

    @Override
    public ImportAnswer read(ProjectId project, List<Upload> documents, ImportWish wish, Actor actor) {
        if (documents.isEmpty() || documents.size() > MOST) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                    "The request holds " + documents.size() + " documents; it has to hold 1 to " + MOST + ".");
        }
        var refused = new ArrayList<Finding>();
        var read = landscape(project, documents, wish, refused, actor);
        var used = read.map(LandscapeImport.Read::usedFiles).orElse(Set.of());
        var others = documents.stream()
                .filter(document -> !DocumentKind.of(document).landscape() && !used.contains(document.fileName()))
                .sorted(Comparator.comparing(DocumentKind::of))
                .flatMap(document -> tried(project, document, wish.service(), wish.dryRun(), actor, refused).stream());
        return Stream.concat(read.map(LandscapeImport.Read::answer).stream(), others)
                .reduce(ImportAnswer::and)
                .map(done -> done.with(refused))
                .orElseThrow(() -> refusal(refused));
    }

    /** Descriptions of deployments are read together; nothing when none of them can be read. */
    private Optional<LandscapeImport.Read> landscape(
            ProjectId project, List<Upload> documents, ImportWish wish, List<Finding> refused, Actor actor) {
        var files = new LandscapeFiles(
                of(documents, DocumentKind.COMPOSE),
                of(documents, DocumentKind.KUBERNETES),
                of(documents, DocumentKind.BACKSTAGE),
                documents);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try {
            var read = landscape.read(project, files, wish, refused, actor);
            return refused.size() < files.size() ? Optional.of(read) : Optional.empty();
        } catch (Problem problem) {
            refused.addAll(findings(documents.getFirst(), problem));
            return Optional.empty();
        }
    }

    private static List<Upload> of(List<Upload> documents, DocumentKind kind) {
        return documents.stream()
                .filter(document -> DocumentKind.of(document) == kind)
                .toList();
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
                    "It is nothing that can be imported: no OpenAPI or Arazzo document, no traces, no compose file, "
                            + "Kubernetes manifest or Backstage catalog.",
                    "Such a document has openapi, swagger or arazzo at its top level; traces are OTLP, Jaeger or Zipkin.");
        }
        return Finding.error(
                document.fileName(),
                "It looks like " + kind.words() + ", which this version cannot import yet.",
                "Import OpenAPI or Arazzo documents, traces, compose files, Kubernetes manifests or Backstage catalogs.");
    }

    private static Problem refusal(List<Finding> refused) {
        var first = refused.getFirst();
        return IngestProblem.DOCUMENT_IS_REFUSED.because(
                "Nothing was imported. " + first.where() + ": " + first.problem(), refused);
    }
}
