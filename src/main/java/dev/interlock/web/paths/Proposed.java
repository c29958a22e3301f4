package dev.interlock.web.paths;

import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.stream.Collectors;

/** A proposed path as a page shows it and hears of it again. */
record Proposed(PathProposal proposal) {
    public PathDraft draft() {
        return proposal.draft();
    }

    public String why() {
        return proposal.why();
    }

    /** What the proposal would store: its key, then its services. Another one with the same key has another mark. */
    public String mark() {
        return draft().key() + " "
                + draft().services().stream().map(ServiceKey::value).collect(Collectors.joining(" "));
    }

    /** Says which of the marks are no longer proposed. */
    static String words(List<String> marks) {
        var keys = marks.stream().map(mark -> mark.split(" ", 2)[0]).collect(Collectors.joining(", "));
        return "Nothing was added: " + keys + (marks.size() == 1 ? " is" : " are")
                + " no longer what was shown, because integrations or paths changed meanwhile.";
    }
}
