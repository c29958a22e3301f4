package dev.interlock.schedule.trigger;

import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Trigger;
import org.springframework.stereotype.Component;

/** Puts news down for the triggers that take them, in the transaction of the news. */
@Component
class Ear {
    private final TriggerTable triggers;
    private final HeardTable heard;

    Ear(TriggerTable triggers, HeardTable heard) {
        this.triggers = triggers;
        this.heard = heard;
    }

    void hear(ProjectId project, News news) {
        triggers.listening(project, news.event()).forEach(trigger -> hear(project, trigger, news));
    }

    /** For one trigger; what its filter refuses is put down with the reason. */
    void hear(ProjectId project, Trigger trigger, News news) {
        Match.refusal(trigger.draft().filter(), news)
                .ifPresentOrElse(
                        reason -> heard.settle(project, trigger.key(), 1, news.cause(), null, reason),
                        () -> heard.hear(project, trigger.key(), news));
    }
}
