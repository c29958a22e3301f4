package dev.interlock.notify.news;

import dev.interlock.execution.RunAccepted;
import dev.interlock.execution.RunFinished;
import dev.interlock.notify.channel.ChannelTable;
import dev.interlock.notify.send.Message;
import dev.interlock.security.ProjectDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what happened in the transaction that made it happen; whom to tell is asked afterwards. */
@Component
class NewsListener {
    private final NewsTable news;
    private final ChannelTable channels;

    NewsListener(NewsTable news, ChannelTable channels) {
        this.news = news;
        this.channels = channels;
    }

    @EventListener
    void on(RunAccepted accepted) {
        news.add(accepted.project(), accepted.run(), Message.RUN_ACCEPTED);
    }

    @EventListener
    void on(RunFinished finished) {
        news.add(finished.project(), finished.run().id(), Message.RUN_FINISHED);
    }

    @EventListener
    void on(ProjectDeleted deleted) {
        channels.deleteAll(deleted.project());
    }
}
