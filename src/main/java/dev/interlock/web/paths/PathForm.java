package dev.interlock.web.paths;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a path says.
 *
 * @param services keys in order, with spaces or arrows between
 */
record PathForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable String services,
        @Nullable String team,
        @Nullable String requirements,
        @Nullable Integer likelihood,
        @Nullable Integer impact,
        @Nullable Long version) {

    static PathForm of(IntegrationPath path) {
        return new PathForm(
                path.key().value(),
                path.name(),
                path.services().stream().map(ServiceKey::value).collect(Collectors.joining(" ")),
                path.team(),
                String.join(" ", path.requirements()),
                path.likelihoodRating(),
                path.impactRating(),
                path.version());
    }

    /** The services chosen so far; what is not a key is left out. */
    List<ServiceKey> chosen() {
        return Arrays.stream(text(services).split("[\\s,>→-]*[\\s,>→]+"))
                .filter(Keys::isWellFormed)
                .map(ServiceKey::of)
                .toList();
    }

    PathDraft draft() {
        var chain = chosen();
        var title = text(name).isBlank() ? title(chain) : text(name).strip();
        var id = text(key).isBlank() ? Keys.propose(title) : text(key).strip();
        return new PathDraft(
                PathKey.of(id),
                title,
                chain,
                List.of(),
                likelihood,
                impact,
                words(requirements),
                text(team),
                Origin.MODELLED);
    }

    /** The draft of a path that exists: its hops stay when its services do. */
    PathDraft draft(IntegrationPath before) {
        var now = draft();
        return new PathDraft(
                before.key(),
                now.name(),
                now.services(),
                now.services().equals(before.services()) ? before.hops() : List.of(),
                now.likelihoodRating(),
                now.impactRating(),
                now.requirements(),
                now.team(),
                before.origin());
    }

    private static String title(List<ServiceKey> chain) {
        return chain.isEmpty() ? "" : chain.getFirst() + " to " + chain.getLast();
    }

    private static List<String> words(@Nullable String text) {
        return Arrays.stream(text(text).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
