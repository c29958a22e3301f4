package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import dev.interlock.security.AuditEntry;
import dev.interlock.security.AuditLog;
import dev.interlock.security.SecretInfo;
import dev.interlock.security.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The catalog on a real database, with doubles for audit and secrets. */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "dev.interlock.catalog")
@ComponentScan({"dev.interlock.catalog", "dev.interlock.outbound", "dev.interlock.platform"})
public class TestCatalog {
    public static final Actor ANA = Actor.person("1", "Ana");
    private static final AtomicLong PROJECTS = new AtomicLong(1_000);

    /** A project no other test writes to. */
    public static ProjectId newProject() {
        return new ProjectId(PROJECTS.incrementAndGet());
    }

    /** Keeps the actions in memory. */
    public static final class Audit implements AuditLog {
        private final List<String> actions = new CopyOnWriteArrayList<>();

        @Override
        public void record(
                @Nullable ProjectId project,
                Actor actor,
                String action,
                String object,
                @Nullable String before,
                @Nullable String after) {
            actions.add(project + " " + action + " " + object);
        }

        @Override
        public Slice<AuditEntry> list(
                @Nullable ProjectId project, FilterQuery filter, @Nullable String after, int limit) {
            return new Slice<>(List.of(), null);
        }

        public List<String> actions() {
            return actions;
        }
    }

    /** Keeps values in memory, in plain text. */
    static final class PlainSecrets implements Secrets {
        private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

        @Override
        public void put(ProjectId project, String holder, String name, String value, Actor actor) {
            values.computeIfAbsent(project + holder, key -> new TreeMap<>()).put(name, value);
        }

        @Override
        public void remove(ProjectId project, String holder, String name, Actor actor) {
            values.getOrDefault(project + holder, Map.of()).remove(name);
        }

        @Override
        public void removeAll(ProjectId project, String holder, Actor actor) {
            values.remove(project + holder);
        }

        @Override
        public List<SecretInfo> list(ProjectId project, String holder) {
            return List.of();
        }

        @Override
        public Optional<String> reveal(ProjectId project, String holder, String name) {
            return Optional.ofNullable(revealAll(project, holder).get(name));
        }

        @Override
        public Map<String, String> revealAll(ProjectId project, String holder) {
            return values.getOrDefault(project + holder, Map.of());
        }
    }

    @Bean
    Audit audit() {
        return new Audit();
    }

    @Bean
    PlainSecrets secrets() {
        return new PlainSecrets();
    }
}
