package dev.interlock.api.channels;

import dev.interlock.history.Purpose;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKind;
import dev.interlock.notify.NotifyProblem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is written of a channel; an address or token left out stays as it is. */
record ChannelWritten(
        @Nullable ChannelKind kind,
        @Nullable String address,
        @Nullable String token,
        @Nullable String service,
        @Nullable String team,
        @Nullable Boolean problems,
        @Nullable Boolean runs,
        @Nullable Purpose purpose,
        @Nullable String branch,
        @Nullable Boolean enabled) {
    ChannelDraft draft() {
        if (kind == null) {
            throw NotifyProblem.CHANNEL_IS_WRONG.because("The field \"kind\" is missing.");
        }
        return new ChannelDraft(
                kind,
                address,
                token,
                Objects.requireNonNullElse(service, ""),
                Objects.requireNonNullElse(team, ""),
                Objects.requireNonNullElse(problems, !kind.isRepository()),
                Objects.requireNonNullElse(runs, kind.isRepository()),
                purpose,
                Objects.requireNonNullElse(branch, ""),
                Objects.requireNonNullElse(enabled, true));
    }
}
