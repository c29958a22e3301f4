package dev.interlock.stub;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.ProjectDeleted;
import dev.interlock.stub.StubTable.Place;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stand-ins in the database, answering from the current interface of their service. */
@Component
class StoredStubs implements Stubs {
    private static final int MOST = 100;
    private static final int LONGEST_PATH = 500;

    private final StubTable table;
    private final Interfaces interfaces;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    StoredStubs(StubTable table, Interfaces interfaces, AuditLog audit, InstantSource clock) {
        this.table = table;
        this.interfaces = interfaces;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stub> of(ProjectId project, EnvironmentKey environment) {
        return table.of(project, environment);
    }

    @Override
    @Transactional
    public Stub start(ProjectId project, EnvironmentKey environment, ServiceKey service, Actor actor) {
        if (interfaces.document(project, service).isEmpty()) {
            throw StubProblem.NOTHING_TO_ANSWER_FROM.because("Service " + service + " has no interface on file.");
        }
        if (table.of(project, environment).size() >= MOST) {
            throw StubProblem.TOO_MANY_STUBS.because("Environment " + environment + " has " + MOST + " stubs already.");
        }
        table.add(new Place(project, environment, service), token(), clock.instant(), actor.name());
        audit.record(project, actor, "stub.start", "environment " + environment, null, service.value());
        return table.of(project, environment).stream()
                .filter(stub -> stub.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    @Transactional
    public void stop(ProjectId project, EnvironmentKey environment, ServiceKey service, Actor actor) {
        if (!table.remove(new Place(project, environment, service))) {
            throw StubProblem.STUB_IS_UNKNOWN.because(
                    "Environment " + environment + " has no stub of " + service + ".");
        }
        audit.record(project, actor, "stub.stop", "environment " + environment, service.value(), null);
    }

    @Override
    public StubAnswer answer(ProjectId project, EnvironmentKey environment, ServiceKey service, StubRequest request) {
        return answer(new Place(project, environment, service), request);
    }

    @Override
    public Optional<Served> serve(String token, StubRequest request) {
        return table.behind(token).map(place -> new Served(place.service(), answer(place, request)));
    }

    private StubAnswer answer(Place place, StubRequest request) {
        var answer = interfaces
                .document(place.project(), place.service())
                .map(document -> new StubAnswers(document).to(request))
                .orElseGet(() -> new StubAnswer(503, "", "", ""));
        var path = request.path().replaceAll("\\?.*", "");
        table.note(
                place,
                new StubCall(
                        place.service(),
                        clock.instant(),
                        request.method(),
                        path.substring(0, Math.min(LONGEST_PATH, path.length())),
                        answer.operation(),
                        answer.status(),
                        request.traceId().orElse("")));
        return answer;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<ServiceKey> answeredIn(ProjectId project, EnvironmentKey environment, Collection<String> traceIds) {
        return traceIds.isEmpty() ? Set.of() : table.inTraces(project, environment, traceIds);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StubCall> calls(ProjectId project, EnvironmentKey environment) {
        return table.calls(project, environment);
    }

    @EventListener
    void on(ProjectDeleted news) {
        table.forget(news.project());
    }
}
