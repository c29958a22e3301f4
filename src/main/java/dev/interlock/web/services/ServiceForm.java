package dev.interlock.web.services;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.platform.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of a service says. */
record ServiceForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable ServiceKind kind,
        @Nullable String owner,
        @Nullable Integer criticality,
        @Nullable String description,
        @Nullable String tags,
        @Nullable Long version) {

    static final ServiceForm EMPTY = new ServiceForm("", "", ServiceKind.INTERNAL, "", 3, "", "", null);

    static ServiceForm of(Service service) {
        return new ServiceForm(
                service.key().value(),
                service.name(),
                service.kind(),
                service.owner(),
                service.criticality(),
                service.description(),
                String.join(" ", service.tags()),
                service.version());
    }

    ServiceDraft draft() {
        var title = text(name).strip();
        var id = text(key).isBlank() ? Keys.propose(title) : text(key).strip();
        return new ServiceDraft(
                ServiceKey.of(id),
                title.isEmpty() ? id : title,
                Objects.requireNonNullElse(kind, ServiceKind.INTERNAL),
                text(owner).strip(),
                Objects.requireNonNullElse(criticality, 3),
                text(description).strip(),
                words());
    }

    private List<String> words() {
        return Arrays.stream(text(tags).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
