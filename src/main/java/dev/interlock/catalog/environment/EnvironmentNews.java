package dev.interlock.catalog.environment;

import dev.interlock.catalog.EnvironmentChanged;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Secrets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others, and the audit, what happened to an environment; its secrets leave with it. */
@Component
class EnvironmentNews {
    private final AuditLog audit;
    private final Secrets secrets;
    private final ApplicationEventPublisher news;

    EnvironmentNews(AuditLog audit, Secrets secrets, ApplicationEventPublisher news) {
        this.audit = audit;
        this.secrets = secrets;
        this.news = news;
    }

    void changed(ProjectId project, EnvironmentKey key, boolean created, Actor actor) {
        audit.record(
                project,
                actor,
                created ? "environment.create" : "environment.change",
                "environment " + key,
                null,
                null);
        news.publishEvent(new EnvironmentChanged(project, key, false));
    }

    void deleted(ProjectId project, EnvironmentKey key, Actor actor) {
        secrets.removeAll(project, Environments.secretHolder(key), actor);
        audit.record(project, actor, "environment.delete", "environment " + key, null, null);
        news.publishEvent(new EnvironmentChanged(project, key, true));
    }

    void opened(ProjectId project, EnvironmentKey key, List<Opening> before, List<Opening> after, Actor actor) {
        audit.record(project, actor, "environment.open", "environment " + key, words(before), words(after));
        news.publishEvent(new EnvironmentChanged(project, key, false));
    }

    private static String words(List<Opening> openings) {
        return openings.stream()
                .map(opening -> opening.cidr() + " port " + opening.ports())
                .collect(Collectors.joining("; "));
    }
}
