package dev.interlock.web.channels;

import dev.interlock.history.Purpose;
import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.ChannelKind;
import dev.interlock.platform.Keys;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the editor of a channel says; an empty address or token keeps the one known. */
record ChannelForm(
        @Nullable String key,
        @Nullable ChannelKind kind,
        @Nullable String address,
        @Nullable String token,
        @Nullable String service,
        @Nullable String team,
        @Nullable Boolean problems,
        @Nullable Boolean runs,
        @Nullable Purpose purpose,
        @Nullable String branch,
        @Nullable Boolean enabled,
        @Nullable Long version) {

    static ChannelForm fresh() {
        return new ChannelForm("", ChannelKind.SLACK, "", "", "", "", true, false, null, "", true, null);
    }

    static ChannelForm of(Channel channel) {
        var draft = channel.draft();
        return new ChannelForm(
                channel.key().value(),
                draft.kind(),
                draft.kind().hidesAddress() ? "" : channel.shown(),
                "",
                draft.service(),
                draft.team(),
                draft.problems(),
                draft.runs(),
                draft.purpose(),
                draft.branch(),
                draft.enabled(),
                channel.version());
    }

    ChannelKey keyOrProposal() {
        return new ChannelKey(
                text(key).isEmpty() ? Keys.propose(kindOrDefault().name() + " " + text(service)) : text(key));
    }

    ChannelDraft draft() {
        return new ChannelDraft(
                kindOrDefault(),
                orNull(address),
                orNull(token),
                kindOrDefault().isRepository() ? text(service) : "",
                text(team),
                Boolean.TRUE.equals(problems),
                Boolean.TRUE.equals(runs),
                purpose,
                text(branch),
                Boolean.TRUE.equals(enabled));
    }

    private ChannelKind kindOrDefault() {
        return Objects.requireNonNullElse(kind, ChannelKind.SLACK);
    }

    private static @Nullable String orNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
