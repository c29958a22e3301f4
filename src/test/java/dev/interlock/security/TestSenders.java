package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One sender of each kind for a project of their own. */
@TestComponent
public class TestSenders {
    private static final Set<Scope> ALL = Set.of(Scope.values());

    private final Projects projects;
    private final Members members;
    private final Tokens tokens;
    private final JdbcClient sql;
    private final String key = "p" + UUID.randomUUID();
    private final List<Sender> all = new ArrayList<>();

    TestSenders(Projects projects, Members members, Tokens tokens, JdbcClient sql) {
        this.projects = projects;
        this.members = members;
        this.tokens = tokens;
        this.sql = sql;
    }

    /**
     * Somebody who sends requests.
     *
     * @param role null for somebody without one in the project
     * @param bearer null for a request without a token
     */
    public record Sender(
            String name,
            @Nullable Role role,
            Set<Scope> scopes,
            @Nullable String bearer) {

        boolean mayPass(String rule, String pattern) {
            var parts = rule.split("\t");
            if (parts[0].equals("anyone")) {
                return true;
            }
            var isForMachines = pattern.startsWith("/api/") || pattern.startsWith("/v1/");
            if (bearer == null || !isForMachines || scopes.isEmpty()) {
                return false;
            }
            var hasScope = scopes.contains(Scope.ADMIN)
                    || scopes.stream().anyMatch(s -> s.word().equals(parts[1]));
            return hasScope
                    && switch (parts[0]) {
                        case "signed in" -> true;
                        case "instance administrator" -> false;
                        default -> role != null && role.includes(Role.valueOf(parts[0]));
                    };
        }

        int send(int port, String verb, String path) {
            var headers = bearer == null ? new String[0] : new String[] {"Authorization", "Bearer " + bearer};
            var method = verb.equals("ANY") ? "POST" : verb;
            return new Browser(port).call(method, path, "{}", headers).statusCode();
        }
    }

    String projectKey() {
        all();
        return key;
    }

    synchronized List<Sender> all() {
        if (all.isEmpty()) {
            var project = projects.create(key, "Matrix", Actor.system("test")).id();
            var other = projects.create("o" + UUID.randomUUID(), "Other", Actor.system("test"))
                    .id();
            all.add(new Sender("nobody", null, Set.of(), null));
            all.add(new Sender("other project", null, ALL, token(other, Role.ADMIN, ALL)));
            for (var role : Role.values()) {
                all.add(new Sender(role.word(), role, ALL, token(project, role, ALL)));
            }
            all.add(new Sender(
                    "without scope",
                    Role.ADMIN,
                    Set.of(Scope.RESULT_WRITE),
                    token(project, Role.ADMIN, Set.of(Scope.RESULT_WRITE))));
            all.add(new Sender(
                    "expired", Role.ADMIN, Set.of(), spoilt(project, "expires_at = now() - interval '1 second'")));
            all.add(new Sender("revoked", Role.ADMIN, Set.of(), spoilt(project, "revoked_at = now()")));
        }
        return all;
    }

    Sender stranger() {
        return all().get(1);
    }

    private String spoilt(ProjectId project, String change) {
        var text = token(project, Role.ADMIN, ALL);
        sql.sql("update security.token set " + change + " where key_id = :keyId")
                .param("keyId", text.substring(8, 16))
                .update();
        return text;
    }

    /** A token of an administrator, good for the whole installation. */
    public String instanceToken() {
        var person = person(true);
        var owner = new SignedIn(person, Actor.person(Long.toString(person), "Test"), true, ALL, null);
        return tokens.create(null, new Tokens.Wanted("test", ALL, Duration.ofDays(1)), owner)
                .text();
    }

    /** A token of somebody with this role. */
    public String token(ProjectId project, Role role, Set<Scope> scopes) {
        var person = person(false);
        var actor = Actor.person(Long.toString(person), "Test");
        members.put(project, person, role, actor);
        var owner = new SignedIn(person, actor, false, ALL, null);
        return tokens.create(project, new Tokens.Wanted("test", scopes, Duration.ofDays(1)), owner)
                .text();
    }

    private long person(boolean admin) {
        return sql.sql("""
                insert into security.person (name, email, password_hash, instance_admin, created_at)
                values ('Test', :email, 'none', :admin, now()) returning id
                """)
                .param("admin", admin)
                .param("email", UUID.randomUUID() + "@example.org")
                .query(Long.class)
                .single();
    }
}
