package dev.interlock.ingest.trace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Which service a name means: by key, by name, or by host and port of a target; a new key when it is none of the project.
 * Kept for half a minute.
 */
@Component
class PeerNames {
    private static final int MOST_MADE = 5_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]+]?|localhost)(:\\d{1,5})?");

    private final Services services;
    private final Environments environments;
    private final Cache<ProjectId, Known> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    /** The names of one project. */
    record Known(Map<String, ServiceKey> names, Map<String, ServiceKey> targets, Map<String, ServiceKey> made) {
        Known(Map<String, ServiceKey> names, Map<String, ServiceKey> targets) {
            this(names, targets, new ConcurrentHashMap<>());
        }

        /** The service that calls itself so. */
        ServiceKey service(String name) {
            var found = names.get(name.toLowerCase(Locale.ROOT));
            return found == null ? made(name) : found;
        }

        private ServiceKey made(String name) {
            return made.size() < MOST_MADE
                    ? made.computeIfAbsent(name, one -> new ServiceKey(Keys.propose(one)))
                    : new ServiceKey(Keys.propose(name));
        }

        /** The service others call so; empty when it is only an address, which tells nothing. */
        Optional<ServiceKey> peer(String name) {
            var plain = name.toLowerCase(Locale.ROOT);
            var target = targets.get(plain);
            if (target != null) {
                return Optional.of(target);
            }
            if (ADDRESS.matcher(plain).matches()) {
                return Optional.empty();
            }
            var host = plain.replaceFirst(":\\d{1,5}$", "");
            var whole = names.get(host);
            var first = names.get(host.replaceFirst("\\..*", ""));
            return Optional.of(whole != null ? whole : first != null ? first : made(host));
        }
    }

    PeerNames(Services services, Environments environments) {
        this.services = services;
        this.environments = environments;
    }

    Known of(ProjectId project) {
        return known.get(project, this::read);
    }

    private Known read(ProjectId project) {
        var names = new HashMap<String, ServiceKey>();
        var all = services.all(project);
        all.forEach(service -> names.put(service.name().toLowerCase(Locale.ROOT), service.key()));
        all.stream().map(Service::key).forEach(key -> names.put(key.value(), key));
        var targets = new HashMap<String, ServiceKey>();
        environments
                .all(project)
                .forEach(environment -> environment
                        .targets()
                        .forEach((service, target) -> authority(target).ifPresent(at -> targets.put(at, service))));
        return new Known(Map.copyOf(names), Map.copyOf(targets));
    }

    private static Optional<String> authority(Target target) {
        try {
            return Optional.ofNullable(URI.create(target.baseUrl()).getRawAuthority())
                    .map(text -> text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
