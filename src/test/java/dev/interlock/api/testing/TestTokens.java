package dev.interlock.api.testing;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Members;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SignedIn;
import dev.interlock.security.Tokens;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of people made for one test. */
final class TestTokens {
    private TestTokens() {}

    /** A token of a manager of the project, good for everything. */
    static String manager(ProjectId project, JdbcClient sql, Members members, Tokens tokens) {
        var id = sql.sql("""
                insert into security.person (name, email, password_hash, instance_admin, created_at)
                values ('Test', :email, 'none', false, now()) returning id
                """)
                .param("email", UUID.randomUUID() + "@example.org")
                .query(Long.class)
                .single();
        var actor = Actor.person(Long.toString(id), "Test");
        members.put(project, id, Role.MANAGER, actor);
        var owner = new SignedIn(id, actor, false, Set.of(Scope.values()), null);
        return tokens.create(project, new Tokens.Wanted("test", Set.of(Scope.ADMIN), Duration.ofDays(1)), owner)
                .text();
    }
}
