package dev.interlock.catalog;

import java.util.List;

/**
 * A deployable part of the landscape, or a third party, database or broker it depends on.
 *
 * @param owner key of a team, or empty
 * @param criticality 1 to 5
 * @param version rises with every change
 */
public record Service(
        ServiceKey key,
        String name,
        ServiceKind kind,
        String owner,
        int criticality,
        String description,
        List<String> tags,
        long version) {
    /** Copies the tags. */
    public Service {
        tags = List.copyOf(tags);
    }

    /** The same as a draft, to change parts of it. */
    public ServiceDraft draft() {
        return new ServiceDraft(key, name, kind, owner, criticality, description, tags);
    }
}
