package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.outbound.GuardedHttp;
import dev.interlock.outbound.OutboundFailure;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.OutboundRequest;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Looks which versions run: asks the services that have a probe, and takes what was reported for the others. What was
 * asked less than a second ago is not asked again before an item; after one it always is.
 */
@Component
class VersionWatch {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Place(ProjectId project, EnvironmentKey environment, ServiceKey service) {}

    /** What is known at one moment. */
    record Look(Map<ServiceKey, String> reported, Map<ServiceKey, String> met) {}

    private final Cache<Place, String> probed =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(FRESH).build();
    private final GuardedHttp http;
    private final Surroundings surroundings;
    private final AlongTheWay way;

    VersionWatch(GuardedHttp http, Surroundings surroundings, AlongTheWay way) {
        this.http = http;
        this.surroundings = surroundings;
        this.way = way;
    }

    Look before(ItemWork work, Workplace workplace) throws InterruptedException {
        return look(work, workplace, false);
    }

    Look after(ItemWork work, Workplace workplace) throws InterruptedException {
        return look(work, workplace, true);
    }

    private Look look(ItemWork work, Workplace workplace, boolean again) throws InterruptedException {
        var all = surroundings.of(work).deployed();
        var reported = new TreeMap<ServiceKey, String>();
        var met = new TreeMap<ServiceKey, String>();
        for (var service : way.services(work)) {
            if (!workplace.standIns().services().contains(service)) {
                Optional.ofNullable(all.get(service)).ifPresent(version -> reported.put(service, version));
                probe(work, workplace, service, again)
                        .or(() -> Optional.ofNullable(reported.get(service)))
                        .ifPresent(version -> met.put(service, version));
            }
        }
        return new Look(reported, met);
    }

    /** Empty when the service has no probe or did not say a version. */
    private Optional<String> probe(ItemWork work, Workplace workplace, ServiceKey service, boolean again)
            throws InterruptedException {
        var target = work.run().place().targets().get(service);
        if (target == null || target.versionProbe().isEmpty()) {
            return Optional.empty();
        }
        var place = new Place(work.project(), work.run().place().key(), service);
        var known = again ? null : probed.getIfPresent(place);
        if (known != null) {
            return Optional.of(known);
        }
        var said = ask(target.baseUrl(), target.versionProbe(), workplace.policyOf(service));
        said.ifPresent(version -> probed.put(place, version));
        return said;
    }

    private Optional<String> ask(String baseUrl, String probe, OutboundPolicy policy) throws InterruptedException {
        var base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        var address = base + VersionProbe.path(probe);
        try {
            var answer = http.send(new OutboundRequest("GET", address, List.of(), null), policy, LONGEST);
            return VersionProbe.read(probe, answer);
        } catch (OutboundFailure silent) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the item was stopped");
            }
            return Optional.empty();
        }
    }
}
