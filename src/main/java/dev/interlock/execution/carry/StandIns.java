package dev.interlock.execution.carry;

import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.Timings;
import dev.interlock.platform.ProjectId;
import dev.interlock.stub.StubAnswer;
import dev.interlock.stub.StubRequest;
import dev.interlock.stub.Stubs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The stand-ins of an environment as one item meets them: requests to them never leave this process. */
final class StandIns {
    /** A name that is never looked up. */
    private static final String HOST = "stub.invalid";

    private final Stubs stubs;
    private final ProjectId project;
    private final EnvironmentKey environment;
    private final Set<ServiceKey> services;
    private final BooleanSupplier anyNow;
    private final InstantSource clock;

    /**
     * @param services those something stands in for as the item begins
     * @param anyNow whether there is any at the moment of asking
     */
    StandIns(
            Stubs stubs,
            ProjectId project,
            EnvironmentKey environment,
            Set<ServiceKey> services,
            BooleanSupplier anyNow,
            InstantSource clock) {
        this.stubs = stubs;
        this.project = project;
        this.environment = environment;
        this.services = services;
        this.anyNow = anyNow;
        this.clock = clock;
    }

    Set<ServiceKey> services() {
        return services;
    }

    /** Where calls of a service go that a stand-in answers for. */
    Optional<URI> base(ServiceKey service) {
        return services.contains(service)
                ? Optional.of(URI.create("http://" + HOST + "/" + service))
                : Optional.empty();
    }

    /** The answer to a call of a stand-in; empty for any other call. */
    Optional<OutboundAnswer> answer(HttpCall call, List<HttpHeader> headers) {
        if (!HOST.equals(call.uri().getHost())) {
            return Optional.empty();
        }
        var parts = call.uri().getRawPath().split("/", 3);
        var query = call.uri().getRawQuery();
        var path = "/" + (parts.length > 2 ? parts[2] : "") + (query == null ? "" : "?" + query);
        var began = clock.instant();
        var answer = stubs.answer(
                project,
                environment,
                new ServiceKey(parts[1]),
                new StubRequest(
                        call.method(),
                        path,
                        headers.stream()
                                .collect(Collectors.toMap(
                                        header -> header.name().toLowerCase(Locale.ROOT),
                                        HttpHeader::value,
                                        (first, second) -> first)),
                        new String(call.body(), StandardCharsets.UTF_8)));
        return Optional.of(told(parts[1], answer, Duration.between(began, clock.instant())));
    }

    private static OutboundAnswer told(String service, StubAnswer answer, Duration took) {
        var headers = new ArrayList<>(List.of(new Header(StubAnswer.MARK, service)));
        if (!answer.contentType().isEmpty()) {
            headers.add(new Header("Content-Type", answer.contentType()));
        }
        var zero = Duration.ZERO;
        return new OutboundAnswer(
                answer.status(),
                headers,
                answer.body().getBytes(StandardCharsets.UTF_8),
                false,
                new Timings(zero, zero, zero, zero, took, zero, took),
                "stub of " + service,
                false,
                List.of("Answered by a stub, not by the service."));
    }

    /** Which stand-ins answered in these traces, wherever the request came from. */
    Set<ServiceKey> answeredIn(List<String> traceIds) {
        return services.isEmpty() && !anyNow.getAsBoolean()
                ? Set.of()
                : stubs.answeredIn(project, environment, traceIds);
    }
}
