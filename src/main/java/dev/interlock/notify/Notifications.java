package dev.interlock.notify;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The channels of a project, at most 50, and what was sent to them. */
public interface Notifications {
    /** Every channel, by key. */
    List<Channel> all(ProjectId project);

    /** One channel. */
    Optional<Channel> find(ProjectId project, ChannelKey key);

    /** Creates or changes a channel; {@link NotifyProblem#CHANNEL_IS_WRONG} tells every fault together. */
    Channel put(ProjectId project, ChannelKey key, ChannelDraft draft, IfMatch match, Actor actor);

    /** Removes a channel with its secrets and what waits to be sent to it. */
    void delete(ProjectId project, ChannelKey key, IfMatch match, Actor actor);

    /** Makes a new secret for the signature of a webhook and answers it, this once; the one before is void. */
    String renewSecret(ProjectId project, ChannelKey key, Actor actor);

    /** Sends a test message to a channel, as soon as those before it are sent. */
    void test(ProjectId project, ChannelKey key, Actor actor);

    /** The newest messages, newest first, at most 200. */
    List<Delivery> deliveries(ProjectId project);
}
