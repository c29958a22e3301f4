package dev.interlock.demo;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.demo.shop.Fault;
import dev.interlock.demo.shop.Shop;
import dev.interlock.demo.shop.ShopSpan;
import dev.interlock.execution.Span;
import dev.interlock.execution.TraceSpans;
import dev.interlock.plan.PlanKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Keeps the shop open as long as its project lives, over restarts too. */
@Service
class ShopDemo implements Demo {
    static final String KEY = "shop";

    private final Projects projects;
    private final Environments environments;
    private final TraceSpans traces;
    private final ShopSeed seed;
    private final AuditLog audit;
    private @Nullable Shop shop;

    ShopDemo(Projects projects, Environments environments, TraceSpans traces, ShopSeed seed, AuditLog audit) {
        this.projects = projects;
        this.environments = environments;
        this.traces = traces;
        this.seed = seed;
        this.audit = audit;
    }

    @Override
    public Optional<Project> project() {
        return projects.find(KEY).filter(Project::demo);
    }

    @Override
    public synchronized Project open(Actor actor) {
        var there = project();
        if (there.isPresent()) {
            reopen();
            return there.get();
        }
        if (projects.find(KEY).isPresent()) {
            throw DemoProblem.KEY_IS_TAKEN.because("There is a project " + KEY + " already, which is not the demo.");
        }
        var project = projects.createDemo(KEY, "Demo shop", actor);
        var opened = broken(Shop.open(span -> tell(project.id(), span)));
        shop = opened;
        seed.fill(project.id(), opened, actor);
        return project;
    }

    @Override
    public synchronized void remove(Actor actor) {
        project().ifPresent(project -> projects.delete(project.id(), IfMatch.any(), actor));
        close();
    }

    @Override
    public synchronized List<ShopService> services() {
        var open = shop;
        if (open == null) {
            return List.of();
        }
        return open.services().stream()
                .map(name -> new ShopService(
                        name,
                        open.baseUrl(name),
                        open.fault(name).map(Fault::name).orElse("")))
                .toList();
    }

    @Override
    public PlanKey plan() {
        return ShopTestSeed.NIGHTLY;
    }

    @Override
    public List<FaultChoice> faults() {
        return Arrays.stream(Fault.values())
                .map(fault -> new FaultChoice(fault.name(), fault.words(), fault.services()))
                .toList();
    }

    @Override
    public synchronized void fault(String service, String fault, Actor actor) {
        var open = shop;
        if (open == null) {
            throw DemoProblem.DEMO_IS_CLOSED.because("The demo is not open.");
        }
        open.fault(known(open, service), fault.isEmpty() ? null : known(fault));
        project().ifPresent(project -> audit.record(project.id(), actor, "demo.fault", service, null, fault));
    }

    /** Opens the shop again after a restart, on the ports it had when they are free. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void reopen() {
        var project = project();
        if (project.isEmpty() || shop != null) {
            return;
        }
        var id = project.get().id();
        var opened = broken(Shop.open(span -> tell(id, span), ports(id)));
        shop = opened;
        seed.place(id, opened, Actor.system("demo"));
    }

    /** The shop itself while it is open. */
    synchronized Optional<Shop> shop() {
        return Optional.ofNullable(shop);
    }

    @PreDestroy
    synchronized void close() {
        if (shop != null) {
            shop.close();
            shop = null;
        }
    }

    /** The shop opens with one thing broken, so that there is something to find. */
    private static Shop broken(Shop opened) {
        opened.fault("shipping", Fault.WRONG_FIELD, "GET /shipments/{id}");
        return opened;
    }

    private Map<String, Integer> ports(ProjectId project) {
        return environments.find(project, new EnvironmentKey(ShopSeed.ENVIRONMENT)).stream()
                .flatMap(environment -> environment.targets().entrySet().stream())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().value(),
                        entry -> URI.create(entry.getValue().baseUrl()).getPort()));
    }

    private void tell(ProjectId project, ShopSpan span) {
        traces.record(
                project,
                List.of(new Span(
                        span.traceId(),
                        span.spanId(),
                        span.parentId(),
                        new ServiceKey(span.service()),
                        span.peer() == null ? null : new ServiceKey(span.peer()),
                        span.operation(),
                        span.status() == 0 ? null : span.status(),
                        span.error() != null,
                        span.startedAt(),
                        span.took())));
    }

    private static String known(Shop shop, String service) {
        if (!shop.services().contains(service)) {
            throw DemoProblem.FAULT_IS_UNKNOWN.because("The shop has no service " + service + ".");
        }
        return service;
    }

    private static Fault known(String fault) {
        return Arrays.stream(Fault.values())
                .filter(one -> one.name().equals(fault))
                .findFirst()
                .orElseThrow(() -> DemoProblem.FAULT_IS_UNKNOWN.because("There is no fault " + fault + "."));
    }
}
