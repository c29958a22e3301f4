package dev.interlock.risk.store;

import dev.interlock.risk.Change;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.fault.Care;
import org.jspecify.annotations.Nullable;

/**
 * What risk keeps of a service.
 *
 * @param rating a person's likelihood rating 1..5, null without
 * @param change what changed in its interface since its last deployment
 */
record ServiceNote(String service, Care care, @Nullable Integer rating, Tested tested, Change change) {
    static ServiceNote unknown(String service) {
        return new ServiceNote(service, Care.unknown(), null, Tested.NOT_REPORTED, Change.BUILD);
    }

    ServiceNote rated(@Nullable Integer newRating) {
        return new ServiceNote(service, care, newRating, tested, change);
    }

    ServiceNote tested(Tested newTested) {
        return new ServiceNote(service, care, rating, newTested, change);
    }

    ServiceNote changed(Change newChange) {
        return new ServiceNote(service, care, rating, tested, newChange);
    }
}
