package dev.interlock.ingest.trace;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.ObservedTraffic;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Counts of one project that are not stored yet; of a fixed size, however much comes. Not safe for threads. */
final class Tally {
    private static final int MOST_CALLS = 5_000;
    private static final int MOST_WAYS = 2_000;
    private static final int MOST_SERVICES = 1_000;
    private static final int MOST_OPERATIONS = 100;

    private record CallKey(
            ServiceKey consumer, ServiceKey provider, String protocol, String operation, LocalDate day) {}

    private record WayKey(String entry, List<Hop> hops, LocalDate day) {}

    private static final class Sum {
        private final long[] slots = new long[ObservedTraffic.SLOTS];
        private long count;
        private double weight;
        private double errors;
        private double micros;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
    }

    private final Map<ServiceKey, ServiceKind> services = new HashMap<>();
    private final Map<CallKey, Sum> calls = new HashMap<>();
    private final Map<WayKey, Sum> ways = new HashMap<>();
    private final Map<List<ServiceKey>, Integer> operations = new HashMap<>();
    private final Instant now;
    private Instant last = Instant.EPOCH;

    /** @param now spans that say they are younger are taken as of now */
    Tally(Instant now) {
        this.now = now;
    }

    boolean isEmpty() {
        return calls.isEmpty() && ways.isEmpty() && services.isEmpty();
    }

    /** Adds what a trace tells, or takes it back. */
    void add(TraceTelling telling, int sign) {
        telling.services().forEach((key, kind) -> {
            if (services.size() < MOST_SERVICES || services.containsKey(key)) {
                services.merge(key, kind, (one, other) -> one == ServiceKind.INTERNAL ? one : other);
            }
        });
        telling.calls().forEach(told -> call(told, sign));
        telling.ways().forEach(way -> way(way, sign));
    }

    /** Adds calls counted elsewhere, of which only the number is known. */
    void counted(ServiceKey consumer, ServiceKey provider, long count) {
        services.put(consumer, ServiceKind.INTERNAL);
        services.put(provider, ServiceKind.INTERNAL);
        var sum = calls.computeIfAbsent(
                new CallKey(consumer, provider, "HTTP", "", LocalDate.ofInstant(now, ZoneOffset.UTC)),
                key -> new Sum());
        sum.count += count;
        sum.weight += count;
        meet(sum, now);
    }

    private void call(TraceTelling.Told told, int sign) {
        var call = told.call();
        var at = at(call.from());
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var key = new CallKey(told.consumer(), told.provider(), call.protocol(), call.operation(), day);
        var sum = calls.get(key);
        if (sum == null) {
            sum = calls.computeIfAbsent(withinLimits(key), one -> new Sum());
        }
        var weight = call.from().facts().weight() * sign;
        sum.count += sign;
        sum.weight += weight;
        sum.errors += call.failed() ? weight : 0;
        sum.micros += call.tookMicros() * weight;
        sum.slots[ObservedTraffic.slot(call.tookMicros())] += sign;
        meet(sum, at);
    }

    /** Operations beyond the limit are counted without their name. */
    private CallKey withinLimits(CallKey key) {
        var met = operations.merge(List.of(key.consumer(), key.provider()), 1, Integer::sum);
        return met <= MOST_OPERATIONS && calls.size() < MOST_CALLS
                ? key
                : new CallKey(key.consumer(), key.provider(), key.protocol(), "", key.day());
    }

    private void way(TraceTelling.Way way, int sign) {
        var at = at(way.top());
        var key = new WayKey(way.entry(), way.hops(), LocalDate.ofInstant(at, ZoneOffset.UTC));
        var sum = ways.get(key);
        if (sum == null) {
            if (ways.size() >= MOST_WAYS) {
                return;
            }
            sum = ways.computeIfAbsent(key, one -> new Sum());
        }
        sum.count += sign;
        sum.weight += sign * way.top().facts().weight();
        meet(sum, at);
    }

    private void meet(Sum sum, Instant at) {
        sum.first = at.isBefore(sum.first) ? at : sum.first;
        sum.last = at.isAfter(sum.last) ? at : sum.last;
        last = at.isAfter(last) ? at : last;
    }

    private Instant at(ReadSpan span) {
        var at = Instant.EPOCH.plus(Math.max(0, span.startMicros()), ChronoUnit.MICROS);
        return at.isAfter(now) || span.startMicros() <= 0 ? now : at;
    }

    ObservedTraffic traffic() {
        var told = new ArrayList<ObservedTraffic.Call>();
        calls.forEach((key, sum) -> told.add(new ObservedTraffic.Call(
                key.consumer(),
                key.provider(),
                key.protocol(),
                key.operation(),
                key.day(),
                sum.count,
                sum.weight,
                sum.errors,
                sum.micros,
                LongStream.of(sum.slots).boxed().toList(),
                sum.first,
                sum.last)));
        told.sort(Comparator.comparing(ObservedTraffic.Call::consumer)
                .thenComparing(ObservedTraffic.Call::provider)
                .thenComparing(ObservedTraffic.Call::protocol)
                .thenComparing(ObservedTraffic.Call::operation)
                .thenComparing(ObservedTraffic.Call::day));
        var taken = new ArrayList<ObservedTraffic.Way>();
        ways.forEach((key, sum) -> taken.add(
                new ObservedTraffic.Way(key.entry(), key.hops(), key.day(), sum.count, sum.weight, sum.last)));
        taken.sort(Comparator.comparing(way -> way.entry() + way.hops()));
        return new ObservedTraffic(services, told, taken, last.equals(Instant.EPOCH) ? now : last);
    }
}
