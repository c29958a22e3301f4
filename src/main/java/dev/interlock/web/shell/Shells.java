package dev.interlock.web.shell;

import dev.interlock.security.Access;
import dev.interlock.security.Projects;
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
        var project = Access.of(request)
                .map(access -> new Shell.ProjectLink(access.projectKey(), access.projectName()))
                .orElse(null);
        var signedIn = SignedIn.of(request);
        return new Shell(
                assets,
                Preferences.of(request),
                project,
                project == null ? List.of() : signedIn.map(this::choices).orElse(List.of()),
                signedIn.map(known -> known.actor().name()).orElse(null),
                signedIn.map(SignedIn::instanceAdmin).orElse(false),
                project == null ? "" : current(request),
                csrfHeaders(request));
    }

    private List<Shell.ProjectLink> choices(SignedIn signedIn) {
        return projects.visibleTo(signedIn).stream()
                .map(project -> new Shell.ProjectLink(project.key(), project.name()))
                .toList();
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
