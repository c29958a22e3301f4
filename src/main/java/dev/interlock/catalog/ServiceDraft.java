package dev.interlock.catalog;

import java.util.List;

/**
 * What is to be stored of a service.
 *
 * @param name at most 120 characters; the key when blank
 * @param owner key of a team, or empty
 * @param criticality 1 (hardly matters) to 5 (the business stops)
 * @param description at most 4,000 characters
 * @param tags at most 30 of at most 60 characters
 */
public record ServiceDraft(
        ServiceKey key,
        String name,
        ServiceKind kind,
        String owner,
        int criticality,
        String description,
        List<String> tags) {
    /** Copies the tags. */
    public ServiceDraft {
        tags = List.copyOf(tags);
    }

    /** A service of which only key and kind are known: nobody's, of middle criticality. */
    public static ServiceDraft of(ServiceKey key, ServiceKind kind) {
        return new ServiceDraft(key, key.value(), kind, "", 3, "", List.of());
    }
}
