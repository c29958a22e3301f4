package dev.interlock.schedule.trigger;

import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.Trigger;
import org.springframework.stereotype.Component;

/** Puts news down for the triggers that take them, in the transaction of the news. */
@Component
class Ear {
    private final TriggerTable triggers;
    private final HeardTable heard;
    private final Wake wake;

    Ear(TriggerTable triggers, HeardTable heard, Wake wake) {
        this.triggers = triggers;
        this.heard = heard;
        this.wake = wake;
    }

    void hear(ProjectId project, News news) {
        triggers.listening(project, news.event()).forEach(trigger -> hear(project, trigger, news));
    }

    /** For one trigger; what its filter refuses is put down with the reason. */
    void hear(ProjectId project, Trigger trigger, News news) {
        Match.refusal(trigger.draft().filter(), news)
                .ifPresentOrElse(
                        reason -> heard.settle(project, trigger.key(), 1, news.cause(), null, reason),
                        () -> put(project, trigger, news));
    }

    private void put(ProjectId project, Trigger trigger, News news) {
        heard.hear(project, trigger.key(), news);
        wake.after(trigger.draft().debounce());
    }
}
