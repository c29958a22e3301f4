package dev.interlock.notify.channel;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKind;
import dev.interlock.notify.NotifyProblem;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Teams;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds every fault of a channel before it is stored. */
@Component
public class ChannelCheck {
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_BRANCH = 100;
    private static final int SHORTEST_SECRET = 6;
    private static final int MOST_MAIL = 10;
    private static final Pattern MAIL = Pattern.compile("[^@\\s,]{1,64}@[^@\\s,]{1,190}");

    private final Services services;
    private final Teams teams;
    private final MailServer mail;

    ChannelCheck(Services services, Teams teams, MailServer mail) {
        this.services = services;
        this.teams = teams;
        this.mail = mail;
    }

    /**
     * Checks a draft.
     *
     * @param kept the kind whose address and token are known already, null when none are
     */
    public void check(ProjectId project, ChannelDraft draft, @Nullable ChannelKind kept) {
        var findings = new ArrayList<Finding>();
        checkAddress(draft, kept, findings);
        checkRepository(project, draft, kept, findings);
        if (!draft.team().isEmpty() && teams.find(project, draft.team()).isEmpty()) {
            findings.add(
                    Finding.error("team", "There is no team \"" + draft.team() + "\".", "Choose one of the list."));
        }
        if (draft.branch().length() > LONGEST_BRANCH) {
            findings.add(Finding.error("branch", "The branch is longer than 100 characters.", "Leave it empty."));
        }
        if (!draft.problems() && !draft.runs()) {
            findings.add(Finding.error("runs", "Nothing is told.", "Choose runs, problems or both."));
        }
        if (!findings.isEmpty()) {
            throw NotifyProblem.CHANNEL_IS_WRONG.because(findings.getFirst().problem(), findings);
        }
    }

    /** What may be shown of an address; empty when it is none. */
    public static Optional<String> shown(ChannelKind kind, String address) {
        if (kind == ChannelKind.MAIL) {
            return isMail(address) ? Optional.of(address.strip()) : Optional.empty();
        }
        return web(address).map(uri -> kind.hidesAddress() ? uri.getHost() : uri.toString());
    }

    private void checkAddress(ChannelDraft draft, @Nullable ChannelKind kept, List<Finding> findings) {
        var address = draft.address();
        if (draft.kind() == ChannelKind.MAIL && !mail.isKnown()) {
            findings.add(Finding.error(
                    "kind", "Interlock knows no mail server.", "Set spring.mail.host, or choose another kind."));
        }
        if (address == null
                ? kept != draft.kind()
                : shown(draft.kind(), address).isEmpty()) {
            findings.add(Finding.error("address", fault(draft.kind()), hint(draft.kind())));
        }
    }

    private void checkRepository(
            ProjectId project, ChannelDraft draft, @Nullable ChannelKind kept, List<Finding> findings) {
        var token = draft.token();
        if (!draft.kind().isRepository()) {
            return;
        }
        if (token == null ? kept != draft.kind() : token.strip().length() < SHORTEST_SECRET) {
            findings.add(
                    Finding.error("token", "The token is missing or too short.", "Make one that may write statuses."));
        }
        if (!Keys.isWellFormed(draft.service())
                || services.find(project, new ServiceKey(draft.service())).isEmpty()) {
            findings.add(Finding.error(
                    "service",
                    "There is no service \"" + draft.service() + "\".",
                    "Name the service whose commits the repository has."));
        }
    }

    private static String fault(ChannelKind kind) {
        return kind == ChannelKind.MAIL
                ? "The address names no mailbox, or more than ten."
                : "The address does not begin with http:// or https:// and a host.";
    }

    private static String hint(ChannelKind kind) {
        return switch (kind) {
            case MAIL -> "Write them like team@example.org, with commas between them.";
            case GITHUB -> "Write it like https://api.github.com/repos/acme/payment.";
            case GITLAB -> "Write it like https://gitlab.com/api/v4/projects/17.";
            case WEBHOOK, SLACK -> "Copy it from the receiver.";
        };
    }

    private static boolean isMail(String address) {
        var all = address.strip().split("\\s*,\\s*", -1);
        return all.length <= MOST_MAIL
                && Arrays.stream(all).allMatch(one -> MAIL.matcher(one).matches());
    }

    private static Optional<URI> web(String address) {
        try {
            var uri = URI.create(address.strip());
            var isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null && uri.getUserInfo() == null && address.length() <= LONGEST_ADDRESS
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
