package dev.interlock.schedule.trigger;

import dev.interlock.catalog.ChangeClass;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.InterfaceImported;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReported;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.RunFinished;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.security.ProjectDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns the news of the modules below into what triggers can hear. */
@Component
class TriggerListener {
    private final Ear ear;
    private final ReadyLook looks;
    private final HeardTable heard;
    private final TriggerTable triggers;
    private final Versions versions;

    TriggerListener(Ear ear, ReadyLook looks, HeardTable heard, TriggerTable triggers, Versions versions) {
        this.ear = ear;
        this.looks = looks;
        this.heard = heard;
        this.triggers = triggers;
        this.versions = versions;
    }

    @EventListener
    void on(VersionReported news) {
        var version = news.version();
        if (version.unitTests() == UnitTests.PASSED) {
            var cause = version.service() + " " + version.version() + " passed its unit tests";
            ear.hear(
                    news.project(),
                    News.of(TriggerEvent.VERSION_READY, cause)
                            .about(version.service().value(), version.version())
                            .on(version.branch()));
        }
        looks.everywhere(news.project());
    }

    @EventListener
    void on(Deployed news) {
        var environment = news.environment().value();
        ear.hear(
                news.project(),
                News.of(TriggerEvent.DEPLOYED, news.service() + " " + news.version() + " deployed to " + environment)
                        .about(news.service().value(), news.version())
                        .in(environment)
                        .on(branch(news.project(), news.service(), news.version())));
        looks.at(news.project(), environment);
    }

    @EventListener
    void on(InterfaceImported news) {
        if (!news.first() && news.change() == ChangeClass.NONE) {
            return;
        }
        var breaking = news.change() == ChangeClass.BREAKING || news.change() == ChangeClass.UNKNOWN;
        var cause = "interface of " + news.service()
                + switch (news.change()) {
                    case BREAKING -> " changed so that callers may break";
                    case UNKNOWN -> " changed and could not be compared";
                    case NON_BREAKING -> " changed, callers keep working";
                    case NONE -> " imported";
                };
        ear.hear(
                news.project(),
                News.of(TriggerEvent.INTERFACE_CHANGED, cause)
                        .about(news.service().value(), "")
                        .weighed(breaking, false));
    }

    @EventListener
    void on(RunFinished news) {
        var run = news.run();
        if (heard.startedByARun(news.project(), run.id())) {
            return;
        }
        var environment = run.environment();
        ear.hear(
                news.project(),
                News.of(TriggerEvent.RUN_FINISHED, run.key() + " ended")
                        .in(environment == null ? "" : environment.value())
                        .on(run.branch())
                        .weighed(false, run.verdict() != Verdict.PASS));
    }

    @EventListener
    void on(ProjectDeleted news) {
        triggers.deleteAll(news.project());
    }

    private String branch(ProjectId project, ServiceKey service, String version) {
        return versions.of(project, service).stream()
                .filter(known -> known.version().equals(version))
                .map(ServiceVersion::branch)
                .findFirst()
                .orElse("");
    }
}
