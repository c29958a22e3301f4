package dev.interlock.api.testing;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.ingest.DoneImport;
import dev.interlock.ingest.DoneImports;
import dev.interlock.ingest.ImportAnswer;
import dev.interlock.ingest.ImportWish;
import dev.interlock.ingest.Imports;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.SentFile;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents made elsewhere. */
@RestController
@RequestMapping("/api/v1/projects/{project}/imports")
class ImportEndpoints {
    private static final int LONGEST = 16 << 20;

    private final Imports imports;
    private final DoneImports done;

    ImportEndpoints(Imports imports, DoneImports done) {
        this.imports = imports;
        this.done = done;
    }

    /** Imports that were done, newest first. */
    record Listed(List<DoneImport> imports) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Listed list(Access access) {
        return new Listed(done.recent(access.project()));
    }

    /** Takes away what an import added. */
    @PostMapping("/{id}/undo")
    @Allow(Role.TESTER)
    DoneImport undo(@PathVariable long id, Access access) {
        return done.undo(access.project(), id, access.actor());
    }

    @PostMapping
    @Allow(Role.TESTER)
    ImportAnswer read(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "document") String name,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(defaultValue = "") Set<String> accept,
            HttpServletRequest request,
            Access access) {
        var documents = SentFiles.of(request, name).stream()
                .map(ImportEndpoints::upload)
                .toList();
        var key = service == null || service.isBlank() ? null : new ServiceKey(service);
        return imports.read(access.project(), documents, new ImportWish(key, accept, dryRun), access.actor());
    }

    private static Upload upload(SentFile file) {
        try (var in = file.content().open()) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                        "The document \"" + file.name() + "\" is refused.",
                        List.of(Finding.error(file.name(), "It is longer than 16 MiB.", "Split it into several.")));
            }
            return new Upload(file.name(), bytes);
        } catch (IOException e) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                    "The upload of \"" + file.name() + "\" broke off: " + e.getMessage());
        }
    }
}
