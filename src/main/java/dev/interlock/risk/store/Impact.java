package dev.interlock.risk.store;

import dev.interlock.catalog.IntegrationPath;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a fault of a path costs: the highest of the criticality of its services, its own rating and its requirements.
 *
 * @param value 1..5
 * @param reason where it comes from, in words
 */
record Impact(int value, String reason) {
    private static final Impact LEAST = new Impact(1, "no service on it has a criticality");

    /** Of equal ones the first explains it: the rating of the path, a requirement, a service. */
    static Impact of(IntegrationPath path, Landscape.View view) {
        return Stream.of(rated(path), required(path, view), critical(path, view))
                .flatMap(found -> found)
                .max(Comparator.comparingInt(Impact::value))
                .orElse(LEAST);
    }

    private static Stream<Impact> rated(IntegrationPath path) {
        var own = path.impactRating();
        return own == null ? Stream.of() : Stream.of(new Impact(own, "the path is rated impact " + own));
    }

    private static Stream<Impact> required(IntegrationPath path, Landscape.View view) {
        return path.requirements().stream()
                .flatMap(reference -> Optional.ofNullable(view.asked().get(reference))
                        .map(impact -> new Impact(impact, "the requirement " + reference + " has impact " + impact))
                        .stream());
    }

    private static Stream<Impact> critical(IntegrationPath path, Landscape.View view) {
        return path.services().stream()
                .flatMap(key -> Optional.ofNullable(view.services().get(key.value())).stream())
                .map(service ->
                        new Impact(service.criticality(), service.key() + " has criticality " + service.criticality()));
    }
}
