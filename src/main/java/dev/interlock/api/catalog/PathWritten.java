package dev.interlock.api.catalog;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written of a path: services as shorthand for a plain chain, or hops. */
record PathWritten(
        @Nullable String name,
        @Nullable List<String> services,
        @Nullable List<HopWritten> hops,
        @Nullable Rating rating,
        @Nullable List<String> requirements,
        @Nullable String team,
        @Nullable Origin origin) {

    /** How people rate a path, 1 to 5 each. */
    record Rating(@Nullable Integer likelihood, @Nullable Integer impact) {}

    /** One hop. */
    record HopWritten(
            @Nullable String consumer,
            @Nullable String provider,
            @Nullable String operation,
            @Nullable Mode mode,
            @Nullable Integer after) {
        Hop hop() {
            return new Hop(
                    ServiceKey.of(Given.or(consumer, "")),
                    ServiceKey.of(Given.or(provider, "")),
                    operation,
                    Given.or(mode, Mode.SYNC),
                    after);
        }
    }

    PathDraft draft(PathKey key) {
        return new PathDraft(
                key,
                Given.or(name, ""),
                Given.or(services, List.<String>of()).stream()
                        .map(ServiceKey::of)
                        .toList(),
                Given.or(hops, List.<HopWritten>of()).stream()
                        .map(HopWritten::hop)
                        .toList(),
                rating == null ? null : rating.likelihood(),
                rating == null ? null : rating.impact(),
                Given.or(requirements, List.of()),
                Given.or(team, ""),
                Given.or(origin, Origin.MODELLED));
    }
}
