package dev.interlock.api.catalog;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.ChangeClass;
import dev.interlock.catalog.ImportedInterface;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.OperationInfo;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Problem;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.testcase.InterfaceUses;
import dev.interlock.testcase.RankedChange;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Interfaces of services and their operations. */
@RestController
@RequestMapping("/api/v1/projects/{project}/services/{key}")
class InterfaceEndpoints {
    private static final int MOST_BYTES = 17 * 1024 * 1024;

    private final Interfaces interfaces;
    private final TestCases tests;
    private final InterfaceUses uses;

    InterfaceEndpoints(Interfaces interfaces, TestCases tests, InterfaceUses uses) {
        this.interfaces = interfaces;
        this.tests = tests;
        this.uses = uses;
    }

    /** How many operations an import met. */
    record Counts(int total, int added, int changed, int removed) {}

    /** Which operations an import met. */
    record Changes(List<String> added, List<String> changed, List<String> removed) {}

    /**
     * What an import did, or would do.
     *
     * @param revision null for a preview of a first import
     */
    record Imported(
            ServiceKey service,
            @Nullable InterfaceRevision revision,
            boolean stored,
            Counts operations,
            Changes changes,
            ChangeClass change,
            List<Difference> differences,
            List<Finding> findings) {
        static Imported of(ServiceKey service, ImportedInterface imported, boolean dryRun) {
            return new Imported(
                    service,
                    imported.revision(),
                    !dryRun && !imported.unchanged(),
                    new Counts(
                            imported.total(),
                            imported.added().size(),
                            imported.changed().size(),
                            imported.removed().size()),
                    new Changes(imported.added(), imported.changed(), imported.removed()),
                    imported.change(),
                    imported.differences().stream().map(Difference::of).toList(),
                    imported.findings());
        }
    }

    /** One difference to the revision before, as its rule judges it. */
    record Difference(String rule, String direction, String severity, String operation, String where, String sentence) {
        static Difference of(InterfaceChange change) {
            return new Difference(
                    change.rule().name(),
                    change.direction().name(),
                    change.severity().name(),
                    change.operation(),
                    change.where(),
                    change.sentence());
        }
    }

    /** A difference with who uses what changed. */
    record Ranked(
            Difference difference,
            RankedChange.Use use,
            List<PathKey> paths,
            List<TestKey> testCases,
            List<TestKey> asserting) {
        static Ranked of(RankedChange ranked) {
            return new Ranked(
                    Difference.of(ranked.change()), ranked.use(), ranked.paths(), ranked.tests(), ranked.asserting());
        }
    }

    /** An operation with the test cases that call it. */
    record Operation(
            String key,
            String method,
            String path,
            String operationId,
            String summary,
            boolean deprecated,
            List<String> testCases) {
        static Operation of(OperationInfo info, List<TestKey> callers) {
            return new Operation(
                    info.key(),
                    info.method(),
                    info.path(),
                    info.operationId(),
                    info.summary(),
                    info.deprecated(),
                    callers.stream().map(TestKey::value).toList());
        }
    }

    /** Imports the body, or the document at {@code url}. */
    @PutMapping("/interface")
    @Allow(value = Role.TESTER, scope = Scope.RESULT_WRITE)
    Imported put(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(defaultValue = "openapi") String name,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Access access)
            throws IOException {
        return imported(ServiceKey.of(key), Interfaces.DEFAULT, upload(url, name, request), dryRun, access);
    }

    @PutMapping("/interfaces/{named}")
    @Allow(value = Role.TESTER, scope = Scope.RESULT_WRITE)
    Imported putNamed(
            @PathVariable String key,
            @PathVariable String named,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(defaultValue = "openapi") String name,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Access access)
            throws IOException {
        return imported(ServiceKey.of(key), named, upload(url, name, request), dryRun, access);
    }

    @GetMapping("/interfaces")
    @Allow(Role.VIEWER)
    Slice<InterfaceRevision> revisions(@PathVariable String key, Access access) {
        return new Slice<>(interfaces.revisions(access.project(), ServiceKey.of(key)), null);
    }

    @GetMapping("/interface")
    @Allow(Role.VIEWER)
    InterfaceRevision current(@PathVariable String key, Access access) {
        return interfaces.current(access.project(), ServiceKey.of(key)).orElseThrow(() -> unknown(key));
    }

    @GetMapping(path = "/interface/document", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.VIEWER)
    byte[] document(@PathVariable String key, Access access) {
        return interfaces
                .document(access.project(), ServiceKey.of(key))
                .orElseThrow(() -> unknown(key))
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What a revision changed against the one before it, closest use first; the current revision unless one is named. */
    @GetMapping("/interface/changes")
    @Allow(Role.VIEWER)
    Slice<Ranked> changes(
            @PathVariable String key, @RequestParam(required = false) @Nullable Long revision, Access access) {
        var service = ServiceKey.of(key);
        var known = interfaces.revisions(access.project(), service).stream()
                .map(InterfaceRevision::id)
                .toList();
        var chosen = revision == null
                ? interfaces
                        .current(access.project(), service)
                        .orElseThrow(() -> unknown(key))
                        .id()
                : revision;
        if (!known.contains(chosen)) {
            throw unknown(key);
        }
        var ranked = uses.rank(access.project(), service, interfaces.changes(access.project(), chosen));
        return new Slice<>(ranked.stream().map(Ranked::of).toList(), null);
    }

    @GetMapping("/operations")
    @Allow(Role.VIEWER)
    Slice<Operation> operations(@PathVariable String key, Access access) {
        var service = ServiceKey.of(key);
        var callers = tests.callersOf(access.project(), service);
        return new Slice<>(
                interfaces.operations(access.project(), service).stream()
                        .map(info -> Operation.of(info, callers.getOrDefault(info.key(), List.of())))
                        .toList(),
                null);
    }

    private Imported imported(ServiceKey service, String named, Upload upload, boolean dryRun, Access access) {
        var answer = dryRun
                ? interfaces.preview(access.project(), service, named, upload)
                : interfaces.importDocument(access.project(), service, named, upload, access.actor());
        return Imported.of(service, answer, dryRun);
    }

    private Upload upload(@Nullable String url, String name, HttpServletRequest request) throws IOException {
        if (url != null) {
            return interfaces.fetch(url);
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw CatalogProblem.INTERFACE_IS_TOO_LARGE.because("The document is larger than 16 MiB.");
        }
        return new Upload(name, bytes);
    }

    private static Problem unknown(String key) {
        return CatalogProblem.INTERFACE_IS_UNKNOWN.because("Service " + key + " has no interface on file.");
    }
}
