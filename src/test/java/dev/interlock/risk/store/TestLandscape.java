package dev.interlock.risk.store;

import static dev.interlock.history.TestHistories.STAGING;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Requirements;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.history.TestHistories;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Projects;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCases;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The module risk with doubles for what it asks, which answer a landscape a test chooses. */
final class TestLandscape {
    static final ServiceKey ORDERS = new ServiceKey("orders");
    static final ServiceKey PAYMENT = new ServiceKey("payment");
    static final AtomicReference<Model> MODEL = new AtomicReference<>(shop());

    private TestLandscape() {}

    /** What the catalog doubles answer. */
    record Model(List<Service> services, List<IntegrationPath> paths, List<InterfaceRevision> interfaces) {}

    @EnableTransactionManagement
    static class Settings {}

    static AnnotationConfigApplicationContext start() {
        return start(TestHistories.database());
    }

    static AnnotationConfigApplicationContext start(DataSource database) {
        var context = new AnnotationConfigApplicationContext();
        context.register(Settings.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(InstantSource.class, () -> () -> TestHistories.NOW);
        context.registerBean(
                Services.class, answering(Services.class, () -> MODEL.get().services()));
        context.registerBean(
                Paths.class, answering(Paths.class, () -> MODEL.get().paths()));
        context.registerBean(
                Interfaces.class, answering(Interfaces.class, () -> MODEL.get().interfaces()));
        context.registerBean(Requirements.class, answering(Requirements.class, List::of));
        context.registerBean(Integrations.class, answering(Integrations.class, List::of));
        context.registerBean(Environments.class, answering(Environments.class, () -> List.of(staging())));
        context.registerBean(Coverages.class, answering(Coverages.class, List::of));
        context.registerBean(TestCases.class, answering(TestCases.class, List::of));
        context.registerBean(Projects.class, answering(Projects.class, List::of));
        context.registerBean(AuditLog.class, answering(AuditLog.class, List::of));
        context.scan("dev.interlock.history", "dev.interlock.risk");
        context.refresh();
        return context;
    }

    static Model shop() {
        var services = List.of(
                new Service(ORDERS, "Orders", ServiceKind.INTERNAL, "shop", 3, "", List.of(), 1),
                new Service(PAYMENT, "Payment", ServiceKind.INTERNAL, "money", 4, "", List.of(), 1));
        return new Model(services, List.of(path("pay", List.of(Hop.sync(ORDERS, PAYMENT)))), List.of());
    }

    /** 30 services as an import leaves them: interfaces of most, teams of some, nothing reported, no history. */
    static Model imported() {
        var random = new Random(5);
        var services = new ArrayList<Service>();
        var interfaces = new ArrayList<InterfaceRevision>();
        for (var i = 0; i < 30; i++) {
            var kind = i < 24 ? ServiceKind.INTERNAL : i < 28 ? ServiceKind.THIRD_PARTY : ServiceKind.DATABASE;
            var key = new ServiceKey("s" + i);
            services.add(new Service(key, "S" + i, kind, "team" + i / 6, 1 + random.nextInt(5), "", List.of(), 1));
            if (random.nextInt(10) < 8 && kind != ServiceKind.DATABASE) {
                interfaces.add(new InterfaceRevision(
                        i, key, "default", 1, "3.0.3", "S", TestHistories.NOW, "import", 1 + random.nextInt(25), 0));
            }
        }
        var paths = IntStream.range(0, 60)
                .mapToObj(i -> path("p" + i, chain(random)))
                .toList();
        return new Model(services, paths, interfaces);
    }

    private static List<Hop> chain(Random random) {
        var hops = new ArrayList<Hop>();
        var at = random.nextInt(8);
        var length = 1 + random.nextInt(5);
        while (hops.size() < length && at < 29) {
            var next = at + 1 + random.nextInt(Math.min(6, 29 - at));
            var mode = random.nextInt(5) == 0 ? Mode.ASYNC : Mode.SYNC;
            hops.add(new Hop(new ServiceKey("s" + at), new ServiceKey("s" + next), null, mode, null));
            at = next;
        }
        return hops;
    }

    static IntegrationPath path(String key, List<Hop> hops) {
        var services = hops.stream()
                .flatMap(hop -> List.of(hop.consumer(), hop.provider()).stream())
                .distinct()
                .toList();
        return new IntegrationPath(
                new PathKey(key), key, hops, services, null, null, List.of(), "", Origin.MODELLED, 1);
    }

    private static Environment staging() {
        return new Environment(STAGING, "Staging", Map.of(), Map.of(), Map.of(), false, true, List.of(), 1);
    }

    /** Answers lists with the list, and lookups with the entry whose key was asked for. */
    private static <T> Supplier<T> answering(Class<T> type, Supplier<? extends List<?>> answer) {
        return () -> type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    case "find" -> find(answer.get(), arguments[1]);
                    case "record" -> null;
                    default -> answer.get();
                }));
    }

    private static Optional<Object> find(List<?> entries, Object key) {
        for (Object entry : entries) {
            var keys = entry instanceof Service service
                    ? Set.<Object>of(service.key())
                    : entry instanceof IntegrationPath path
                            ? Set.<Object>of(path.key())
                            : entry instanceof Environment environment ? Set.<Object>of(environment.key()) : Set.of();
            if (keys.contains(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
