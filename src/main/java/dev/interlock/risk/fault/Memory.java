package dev.interlock.risk.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of the model between events. */
public final class Memory {
    private Memory() {}

    /**
     * A hop.
     *
     * @param unseen chance that a fault of the provider's last deployment would still be unseen here
     * @param held causes from before the hop was known to be broken, null when it is not
     */
    public record OfHop(
            double fault,
            boolean worked,
            double unseen,
            List<Cause> causes,
            @Nullable List<Cause> held,
            List<OfReach> reaches) {}

    /** How a fault of a hop bears on a path. */
    public record OfReach(String path, double share, double suspicion, double votes) {}

    /** A failure that nothing has explained yet; the trail is pairs of consumer and provider. */
    public record OfFailure(String path, String test, List<List<String>> trail, double logOdds, boolean blamed) {}

    /** The noise of a test. */
    public record OfTest(String test, double runs, double falseAlarms) {}

    static OfHop of(HopState hop) {
        var reaches = hop.reaches.values().stream()
                .map(reach -> new OfReach(reach.path, reach.share, reach.suspicion, reach.votes))
                .toList();
        return new OfHop(hop.fault, hop.worked, hop.unseen, List.copyOf(hop.causes), hop.held, reaches);
    }

    static OfFailure of(String path, OpenFailure failure) {
        var trail = failure.trail.stream()
                .map(reach -> List.of(reach.hop.consumer, reach.hop.provider))
                .toList();
        return new OfFailure(path, failure.test.key, trail, failure.logOdds, failure.blamed);
    }
}
