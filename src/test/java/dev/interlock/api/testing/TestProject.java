package dev.interlock.api.testing;

import dev.interlock.platform.Actor;
import dev.interlock.security.Members;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Tokens;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project made for one test, and a caller of its API who may do everything in it. */
record TestProject(Project project, Caller api) {

    /** A new project in the service that runs in this context. */
    static TestProject in(ApplicationContext context, String name) {
        var project = context.getBean(Projects.class).create("t" + UUID.randomUUID(), name, Actor.system("test"));
        var token = TestTokens.manager(
                project.id(),
                context.getBean(JdbcClient.class),
                context.getBean(Members.class),
                context.getBean(Tokens.class));
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new TestProject(project, new Caller(port, project.key(), token));
    }
}
