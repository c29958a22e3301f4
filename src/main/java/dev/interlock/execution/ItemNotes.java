package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import java.util.List;

/**
 * What a reader has to know to weigh a result.
 *
 * @param stubs services a stand-in answered for, or may have: they lie on the paths of the test; such a pass never counts in
 *     full
 * @param versions versions of the services on the way, looked up before and after
 * @param repeated whether the item was carried out again because a version changed the first time
 */
public record ItemNotes(List<ServiceKey> stubs, List<VersionSeen> versions, boolean repeated) {
    /** Nothing to say. */
    public static final ItemNotes NONE = new ItemNotes(List.of(), List.of(), false);

    /** Copies the lists. */
    public ItemNotes {
        stubs = List.copyOf(stubs);
        versions = List.copyOf(versions);
    }

    /** Whether a stand-in had a part in it. */
    public boolean stubbed() {
        return !stubs.isEmpty();
    }

    /**
     * The version of a service around an item; empty texts where nothing is known.
     *
     * @param reported what was reported to be deployed before the item
     * @param before what the service itself said before the item, or what was reported where it has no probe
     * @param after the same after the item
     */
    public record VersionSeen(ServiceKey service, String reported, String before, String after) {

        /** Whether the service was deployed while the item was under way. */
        public boolean changed() {
            return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
        }

        /** Whether the service says something else than what was reported. */
        public boolean differs() {
            return !reported.isEmpty() && !before.isEmpty() && !reported.equals(before);
        }
    }
}
