package dev.interlock.ingest;

import dev.interlock.catalog.ImportedInterface;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.UnreadableDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an OpenAPI document the interface of a service. */
@Component
class OpenApiImport {
    private final Interfaces interfaces;
    private final Services services;

    OpenApiImport(Interfaces interfaces, Services services) {
        this.interfaces = interfaces;
        this.services = services;
    }

    ImportAnswer read(ProjectId project, Upload upload, @Nullable ServiceKey wanted, boolean dryRun, Actor actor) {
        var service = wanted == null ? serviceOf(upload) : wanted;
        var known = services.find(project, service).isPresent();
        var imported = dryRun
                ? interfaces.preview(project, service, Interfaces.DEFAULT, upload)
                : interfaces.importDocument(project, service, Interfaces.DEFAULT, upload, actor);
        return answer(service, known, imported);
    }

    /** The key that follows from the title; a document nobody can read is refused in full by whoever stores it. */
    private static ServiceKey serviceOf(Upload upload) {
        try {
            return new ServiceKey(Keys.propose(OpenApiDocument.read(upload).title()));
        } catch (UnreadableDocument e) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because("The OpenAPI document is refused.", e.findings());
        }
    }

    private static ImportAnswer answer(ServiceKey service, boolean known, ImportedInterface imported) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("services", 1);
        counts.put("operations", imported.total());
        var added = new ArrayList<>(named(service, imported.added()));
        var matched = new ArrayList<String>();
        (known ? matched : added).addFirst("service " + service);
        if (imported.unchanged()) {
            matched.add("interface of " + service);
        }
        return new ImportAnswer(
                "OPENAPI",
                counts,
                added,
                named(service, imported.changed()),
                matched,
                named(service, imported.removed()),
                imported.findings());
    }

    private static List<String> named(ServiceKey service, List<String> operations) {
        return operations.stream().map(operation -> service + ": " + operation).toList();
    }
}
