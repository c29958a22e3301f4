package dev.interlock.web.paths;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proposed path as a page shows it and hears of it again. */
record Proposed(PathProposal proposal) {
    public PathDraft draft() {
        return proposal.draft();
    }

    public String why() {
        return proposal.why();
    }

    /** The services it travels through, in order. */
    public List<ServiceKey> services() {
        var hops = draft().effectiveHops();
        return draft().services().isEmpty()
                ? Stream.concat(
                                hops.stream().limit(1).map(Hop::consumer),
                                hops.stream().map(Hop::provider))
                        .toList()
                : draft().services();
    }

    /** What the proposal would store: its key, then its services. Another one with the same key has another mark. */
    public String mark() {
        return draft().key() + " " + services().stream().map(ServiceKey::value).collect(Collectors.joining(" "));
    }

    /** Says which of the marks are no longer proposed. */
    static String words(List<String> marks) {
        var keys = marks.stream().map(mark -> mark.split(" ", 2)[0]).collect(Collectors.joining(", "));
        return "Nothing was added: " + keys + (marks.size() == 1 ? " is" : " are")
                + " no longer what was shown, because integrations or paths changed meanwhile.";
    }
}
