package dev.interlock.arazzo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the source descriptions of a document stand for, by name. */
public record Sources(Map<String, Source> byName) {

    /** Nothing is known about any source. */
    public static final Sources NONE = new Sources(Map.of());

    public Sources {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** One source. */
    public static Sources of(String name, Source source) {
        return new Sources(Map.of(name, source));
    }

    /** The same and one more. */
    public Sources and(String name, Source source) {
        var all = new LinkedHashMap<>(byName);
        all.put(name, source);
        return new Sources(all);
    }

    /** The source with this name. */
    public Optional<Source> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
