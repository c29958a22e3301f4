package dev.interlock.catalog.graph;

import dev.interlock.catalog.PathChanged;
import dev.interlock.catalog.PathDeleted;
import dev.interlock.catalog.PathKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others, and the audit, what happened to a path. */
@Component
class PathNews {
    private final AuditLog audit;
    private final ApplicationEventPublisher news;

    PathNews(AuditLog audit, ApplicationEventPublisher news) {
        this.audit = audit;
        this.news = news;
    }

    void changed(ProjectId project, PathKey path, boolean created, Actor actor) {
        audit.record(project, actor, created ? "path.create" : "path.change", "path " + path, null, null);
        news.publishEvent(new PathChanged(project, path, created));
    }

    void deleted(ProjectId project, PathKey path, Actor actor) {
        audit.record(project, actor, "path.delete", "path " + path, null, null);
        news.publishEvent(new PathDeleted(project, path));
    }
}
