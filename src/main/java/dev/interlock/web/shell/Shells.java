package dev.interlock.web.shell;

import dev.interlock.security.Access;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.SignedIn;
import dev.interlock.web.assets.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a page from its request. */
@Component
public class Shells {
    private final Assets assets;
    private final Projects projects;

    Shells(Assets assets, Projects projects) {
        this.assets = assets;
        this.projects = projects;
    }

    /** The frame; it names a project only when the reader may see it. */
    public Shell of(HttpServletRequest request) {
        var signedIn = SignedIn.of(request);
        var choices = Access.of(request).isEmpty()
                ? List.<Shell.ProjectLink>of()
                : signedIn.map(this::choices).orElse(List.of());
        var project = Access.of(request).map(access -> link(access, choices)).orElse(null);
        return new Shell(
                assets,
                Preferences.of(request),
                project,
                Access.of(request).map(Access::role).orElse(Role.VIEWER),
                choices,
                signedIn.map(known -> known.actor().name()).orElse(null),
                signedIn.map(SignedIn::instanceAdmin).orElse(false),
                project == null ? "" : current(request),
                csrfHeaders(request));
    }

    private List<Shell.ProjectLink> choices(SignedIn signedIn) {
        return projects.visibleTo(signedIn).stream()
                .map(project -> new Shell.ProjectLink(project.key(), project.name(), project.demo()))
                .toList();
    }

    private static Shell.ProjectLink link(Access access, List<Shell.ProjectLink> choices) {
        return choices.stream()
                .filter(choice -> choice.key().equals(access.projectKey()))
                .findFirst()
                .orElseGet(() -> new Shell.ProjectLink(access.projectKey(), access.projectName(), false));
    }

    private static String current(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/", -1);
        return Entry.of(parts.length > 3 ? parts[3] : "").map(Entry::nav).orElse("");
    }

    private static @Nullable String csrfHeaders(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return "{\"" + token.getHeaderName() + "\":\"" + token.getToken() + "\"}";
        }
        return null;
    }
}
