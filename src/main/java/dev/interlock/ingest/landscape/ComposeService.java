package dev.interlock.ingest.landscape;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A service of a compose file, with what it extends.
 *
 * @param image empty when it is built
 * @param environment variables, those of its files first
 * @param needs names under depends_on
 * @param links names under links
 */
record ComposeService(String image, Map<String, String> environment, Set<String> needs, Set<String> links) {
    static final ComposeService NOTHING = new ComposeService("", Map.of(), Set.of(), Set.of());

    /** This one with what another adds and overrides. */
    ComposeService with(ComposeService over) {
        var both = new LinkedHashMap<>(environment);
        both.putAll(over.environment);
        return new ComposeService(
                over.image.isEmpty() ? image : over.image, both, union(needs, over.needs), union(links, over.links));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
