package dev.interlock.security.vault;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.SecretInfo;
import dev.interlock.security.Secrets;
import dev.interlock.security.SecurityProblem;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secrets in table security.secret. */
@Component
class SecretStore implements Secrets {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 16_384;
    private static final int MOST = 200;

    private static final String PUT = """
            insert into security.secret (project_id, holder, name, version, sealed, set_at, set_by)
            values (:project, :holder, :name, :version, :sealed, :at, :by)
            on conflict (project_id, holder, name) do update
               set version = excluded.version, sealed = excluded.sealed, set_at = excluded.set_at, set_by = excluded.set_by
            """;

    private static final String ALL = """
            select name, version, sealed from security.secret where project_id = :project and holder = :holder order by name
            """;

    private final JdbcClient sql;
    private final DataKeys keys;
    private final AuditLog audit;
    private final InstantSource clock;

    SecretStore(JdbcClient sql, DataKeys keys, AuditLog audit, InstantSource clock) {
        this.sql = sql;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void put(ProjectId project, String holder, String name, String value, Actor actor) {
        check(name, value);
        var key = keys.of(project);
        sql.sql("select 1 from security.data_key where project_id = :project for update")
                .param("project", project.value())
                .query(Integer.class)
                .single();
        var others = count(project, holder, name);
        if (others >= MOST) {
            throw SecurityProblem.TOO_MANY.because(
                    holder + " has " + MOST + " secrets, which is the most it can have.");
        }
        var now = clock.instant();
        var version = now.toEpochMilli();
        var sealed = key.seal(value.getBytes(StandardCharsets.UTF_8), place(project, holder, name, version));
        sql.sql(PUT)
                .param("project", project.value())
                .param("holder", holder)
                .param("name", name)
                .param("version", version)
                .param("sealed", sealed)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .update();
        audit.record(project, actor, "secret.set", holder + "/" + name, null, null);
    }

    @Override
    @Transactional
    public void remove(ProjectId project, String holder, String name, Actor actor) {
        var removed = sql.sql(
                        "delete from security.secret where project_id = :project and holder = :holder and name = :name")
                .param("project", project.value())
                .param("holder", holder)
                .param("name", name)
                .update();
        if (removed > 0) {
            audit.record(project, actor, "secret.remove", holder + "/" + name, null, null);
        }
    }

    @Override
    @Transactional
    public void removeAll(ProjectId project, String holder, Actor actor) {
        var removed = sql.sql("delete from security.secret where project_id = :project and holder = :holder")
                .param("project", project.value())
                .param("holder", holder)
                .update();
        if (removed > 0) {
            audit.record(project, actor, "secret.remove", holder + "/*", removed + " secrets", null);
        }
    }

    @Override
    public List<SecretInfo> list(ProjectId project, String holder) {
        return sql.sql("""
                select name, set_at, set_by from security.secret
                 where project_id = :project and holder = :holder order by name
                """)
                .param("project", project.value())
                .param("holder", holder)
                .query((row, number) -> new SecretInfo(
                        row.getString("name"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant(),
                        row.getString("set_by")))
                .list();
    }

    @Override
    public Optional<String> reveal(ProjectId project, String holder, String name) {
        return Optional.ofNullable(revealAll(project, holder).get(name));
    }

    @Override
    public Map<String, String> revealAll(ProjectId project, String holder) {
        return keys.existing(project)
                .map(key -> revealAll(project, holder, key))
                .orElse(Map.of());
    }

    private Map<String, String> revealAll(ProjectId project, String holder, Sealing key) {
        var values = new TreeMap<String, String>();
        sql.sql(ALL).param("project", project.value()).param("holder", holder).query(row -> {
            var name = row.getString("name");
            var place = place(project, holder, name, row.getLong("version"));
            values.put(name, opened(key, row.getBytes("sealed"), place, name));
        });
        return values;
    }

    private static String opened(Sealing key, byte[] sealed, String place, String name) {
        return key.open(sealed, place)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> SecurityProblem.SECRET_IS_UNREADABLE.because(
                        "The secret " + name + " does not open: its row or the key was changed."));
    }

    private long count(ProjectId project, String holder, String name) {
        return sql.sql("""
                select count(*) from security.secret where project_id = :project and holder = :holder and name <> :name
                """)
                .param("project", project.value())
                .param("holder", holder)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static void check(String name, String value) {
        Keys.require("secret", name.toLowerCase(Locale.ROOT));
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            throw SecurityProblem.INPUT_IS_REFUSED.because(
                    "The value of " + name + " cannot be kept.",
                    List.of(Finding.error(
                            "value",
                            "has " + value.length() + " characters",
                            "Use 6 to 16,384; a shorter one cannot be told from ordinary text when it is masked.")));
        }
    }

    private static String place(ProjectId project, String holder, String name, long version) {
        return project + "|" + holder + "|" + name + "|" + version;
    }
}
