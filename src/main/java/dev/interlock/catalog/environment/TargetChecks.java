package dev.interlock.catalog.environment;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.outbound.GuardedHttp;
import dev.interlock.outbound.OutboundFailure;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.OutboundRequest;
import dev.interlock.outbound.Refusal;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks targets whether they answer and keeps what they said. */
@Component
class TargetChecks {
    private static final Duration TOTAL = Duration.ofSeconds(10);
    private static final int AT_ONCE = 16;

    private final GuardedHttp http;
    private final CheckTable table;
    private final InstantSource clock;

    TargetChecks(GuardedHttp http, CheckTable table, InstantSource clock) {
        this.http = http;
        this.table = table;
        this.clock = clock;
    }

    /** Asks every target that speaks HTTP, several at a time; holds no database connection meanwhile. */
    List<TargetCheck> run(ProjectId project, Environment environment, Function<Target, OutboundPolicy> policies) {
        var permits = new Semaphore(AT_ONCE);
        var checks = new ArrayList<TargetCheck>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = new TreeMap<>(environment.targets())
                    .entrySet().stream()
                            .filter(target ->
                                    url(environment, target.getValue()).startsWith("http"))
                            .map(target -> threads.submit(() -> limited(
                                    permits, () -> check(environment, target.getKey(), target.getValue(), policies))))
                            .toList();
            for (var answer : pending) {
                checks.add(answer.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        table.keep(project, environment.key(), checks);
        return checks;
    }

    List<TargetCheck> last(ProjectId project, EnvironmentKey key) {
        return table.all(project, key);
    }

    void forget(ProjectId project, EnvironmentKey key) {
        table.forget(project, key);
    }

    private static TargetCheck limited(Semaphore permits, Supplier<TargetCheck> work) throws InterruptedException {
        permits.acquire();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private TargetCheck check(
            Environment environment, ServiceKey service, Target target, Function<Target, OutboundPolicy> policies) {
        var at = clock.instant();
        try {
            var answer =
                    http.send(OutboundRequest.get(url(environment, target), List.of()), policies.apply(target), TOTAL);
            var took = answer.timings().total();
            return new TargetCheck(
                    service, true, answer.status(), "answered with status " + answer.status(), null, null, took, at);
        } catch (OutboundFailure e) {
            var rule = e.refusal().map(Refusal::rule).orElse(null);
            var opening = e.refusal().flatMap(Refusal::openingToOffer).orElse(null);
            var took = e.timings().map(timings -> timings.total()).orElse(Duration.ZERO);
            return new TargetCheck(service, false, null, e.sentence(), rule, opening, took, at);
        } catch (Problem e) {
            return new TargetCheck(service, false, null, e.detail(), null, null, Duration.ZERO, at);
        }
    }

    private static String url(Environment environment, Target target) {
        var base = Variables.filled(target.baseUrl(), environment.variables());
        return target.versionProbe().isEmpty() ? base : base.replaceFirst("/+$", "") + target.versionProbe();
    }
}
