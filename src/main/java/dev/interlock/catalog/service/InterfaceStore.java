package dev.interlock.catalog.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.ImportedInterface;
import dev.interlock.catalog.InterfaceImported;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.OperationInfo;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.OperationSummary;
import dev.interlock.openapi.UnreadableDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps interfaces as immutable revisions. */
@Component
class InterfaceStore implements Interfaces {
    private static final long CACHED_BYTES = 48L * 1024 * 1024;

    private record Cached(OpenApiDocument document, int bytes) {}

    private final Revisions revisions;
    private final ChangeTable changes;
    private final ServiceStore services;
    private final DocumentFetch fetch;
    private final ProjectLock lock;
    private final InstantSource clock;
    private final AuditLog audit;
    private final ApplicationEventPublisher news;
    private final Cache<String, Cached> documents = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((String key, Cached cached) -> cached.bytes())
            .build();

    InterfaceStore(
            Revisions revisions,
            ChangeTable changes,
            ServiceStore services,
            DocumentFetch fetch,
            ProjectLock lock,
            InstantSource clock,
            AuditLog audit,
            ApplicationEventPublisher news) {
        this.revisions = revisions;
        this.changes = changes;
        this.services = services;
        this.fetch = fetch;
        this.lock = lock;
        this.clock = clock;
        this.audit = audit;
        this.news = news;
    }

    @Override
    @Transactional
    public ImportedInterface importDocument(
            ProjectId project, ServiceKey service, String name, Upload upload, Actor actor) {
        var key = Keys.require("interface", name);
        var document = read(service, upload);
        lock.hold(project);
        services.ensure(project, service, actor);
        var comparison = compared(project, service, key, document);
        if (comparison.unchanged()) {
            return comparison;
        }
        var added = add(project, service, key, document, comparison.revision(), actor);
        changes.add(project, added.id(), comparison.differences());
        var first = comparison.revision() == null;
        announce(project, service, added, first, comparison);
        audit.record(
                project, actor, "interface.import", "service " + service, null, key + " revision " + added.number());
        return withRevision(comparison, added);
    }

    @Override
    @Transactional(readOnly = true)
    public ImportedInterface preview(ProjectId project, ServiceKey service, String name, Upload upload) {
        return compared(project, service, Keys.require("interface", name), read(service, upload));
    }

    @Override
    public Upload fetch(String url) {
        return fetch.fetch(url);
    }

    @Override
    @Transactional(readOnly = true)
    public List<InterfaceRevision> all(ProjectId project) {
        return revisions.current(project);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InterfaceRevision> current(ProjectId project, ServiceKey service) {
        var all = revisions.current(project, service);
        return all.stream()
                .filter(revision -> revision.name().equals(DEFAULT))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public List<InterfaceRevision> revisions(ProjectId project, ServiceKey service) {
        return revisions.all(project, service);
    }

    @Override
    public Optional<OpenApiDocument> document(ProjectId project, ServiceKey service) {
        return current(project, service).flatMap(revision -> documentOf(project, revision.id()));
    }

    @Override
    public Optional<OpenApiDocument> documentOf(ProjectId project, long revisionId) {
        var key = project + "/" + revisionId;
        var known = documents.getIfPresent(key);
        if (known != null) {
            return Optional.of(known.document());
        }
        var read = revisions.document(project, revisionId).map(InterfaceStore::reread);
        read.ifPresent(cached -> documents.put(key, cached));
        return read.map(Cached::document);
    }

    @Override
    @Transactional(readOnly = true)
    public List<InterfaceChange> changes(ProjectId project, long revisionId) {
        return changes.of(project, revisionId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OperationInfo> operations(ProjectId project, ServiceKey service) {
        return revisions.current(project, service).stream()
                .flatMap(revision -> revisions.operations(project, revision.id()).stream())
                .map(operation -> new OperationInfo(
                        operation.key(),
                        operation.method(),
                        operation.path(),
                        operation.operationId(),
                        operation.summary(),
                        operation.deprecated()))
                .toList();
    }

    private static Cached reread(byte[] compressed) {
        var plain = DocumentText.plain(compressed);
        return new Cached(OpenApiDocument.read(new Upload("document.json", plain)), plain.length);
    }

    private static OpenApiDocument read(ServiceKey service, Upload upload) {
        try {
            return OpenApiDocument.read(upload);
        } catch (UnreadableDocument e) {
            var first = e.findings().getFirst();
            throw CatalogProblem.INTERFACE_IS_UNREADABLE.because(
                    "The document of %s was not imported: %s %s"
                            .formatted(service, first.where(), first.problem())
                            .strip(),
                    e.findings());
        }
    }

    private ImportedInterface compared(ProjectId project, ServiceKey service, String name, OpenApiDocument document) {
        var before = revisions.current(project, service).stream()
                .filter(revision -> revision.name().equals(name))
                .findFirst();
        var changes = before.map(revision -> changes(project, revision, document))
                .orElseGet(() -> OperationChanges.first(document));
        var digest = DocumentText.of(document.toJson()).digest();
        return new ImportedInterface(
                before.orElse(null),
                before.filter(revision -> revisions.isSame(project, revision.id(), digest))
                        .isPresent(),
                document.counts().operations(),
                changes.added(),
                changes.changed(),
                changes.removed(),
                changes.differences(),
                changes.changeClass(),
                document.findings());
    }

    /** A revision that cannot be read any more is never taken for one without changes. */
    private OperationChanges changes(ProjectId project, InterfaceRevision before, OpenApiDocument document) {
        try {
            return documentOf(project, before.id())
                    .map(old -> OperationChanges.between(old, document))
                    .orElseGet(() -> unread(before));
        } catch (UnreadableDocument e) {
            return unread(before);
        }
    }

    private static OperationChanges unread(InterfaceRevision before) {
        return OperationChanges.unknown(
                "Revision %d cannot be read, so what changed since is not known.".formatted(before.number()));
    }

    private InterfaceRevision add(
            ProjectId project,
            ServiceKey service,
            String name,
            OpenApiDocument document,
            @Nullable InterfaceRevision before,
            Actor actor) {
        var counts = document.counts();
        var draft = new InterfaceRevision(
                0,
                service,
                name,
                before == null ? 1 : before.number() + 1,
                cut(document.versionText(), 20),
                cut(document.title(), 200),
                clock.instant(),
                actor.name(),
                counts.operations(),
                counts.webhookOperations() + counts.callbackOperations() + counts.furtherMethods());
        return revisions.add(project, draft, DocumentText.of(document.toJson()), summaries(document));
    }

    private void announce(
            ProjectId project,
            ServiceKey service,
            InterfaceRevision added,
            boolean first,
            ImportedInterface comparison) {
        var touched = Stream.concat(comparison.changed().stream(), comparison.removed().stream())
                .toList();
        news.publishEvent(new InterfaceImported(
                project, service, added.id(), first, comparison.change(), touched, added.importedAt()));
    }

    private static List<OperationSummary> summaries(OpenApiDocument document) {
        return document.operations().stream()
                .map(operation -> operation.summarised())
                .toList();
    }

    private static ImportedInterface withRevision(ImportedInterface comparison, InterfaceRevision revision) {
        return new ImportedInterface(
                revision,
                false,
                comparison.total(),
                comparison.added(),
                comparison.changed(),
                comparison.removed(),
                comparison.differences(),
                comparison.change(),
                comparison.findings());
    }

    private static String cut(String text, int most) {
        var plain = DocumentText.storable(text);
        return plain.length() <= most ? plain : plain.substring(0, most);
    }
}
