package dev.interlock.api.channels;

import dev.interlock.history.Purpose;
import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelKind;
import org.jspecify.annotations.Nullable;

/** A channel as JSON, without its secrets. */
record ChannelShown(
        String key,
        ChannelKind kind,
        String address,
        String service,
        String team,
        boolean problems,
        boolean runs,
        @Nullable Purpose purpose,
        String branch,
        boolean enabled) {
    static ChannelShown of(Channel channel) {
        var draft = channel.draft();
        return new ChannelShown(
                channel.key().value(),
                draft.kind(),
                channel.shown(),
                draft.service(),
                draft.team(),
                draft.problems(),
                draft.runs(),
                draft.purpose(),
                draft.branch(),
                draft.enabled());
    }
}
