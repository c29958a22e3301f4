package dev.interlock.schedule;

import dev.interlock.catalog.ServiceKey;
import java.util.List;

/**
 * Which news of its event a trigger takes. What is left empty takes all.
 *
 * @param services services it is about
 * @param environment key of the environment it happened in, or empty
 * @param branch a branch, with {@code *} for any characters, or empty
 * @param breakingOnly of interfaces only changes that may break a caller, unknown ones too
 * @param failedOnly of runs only those whose gate did not pass
 */
public record TriggerFilter(
        List<ServiceKey> services, String environment, String branch, boolean breakingOnly, boolean failedOnly) {
    /** Takes every news. */
    public static final TriggerFilter ALL = new TriggerFilter(List.of(), "", "", false, false);

    /** Copies the list. */
    public TriggerFilter {
        services = List.copyOf(services);
    }
}
