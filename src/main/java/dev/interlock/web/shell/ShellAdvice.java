package dev.interlock.web.shell;

import dev.interlock.web.assets.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame under the name "shell". */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
    private final Assets assets;

    ShellAdvice(Assets assets) {
        this.assets = assets;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/", -1);
        var inProject = parts.length > 2 && "p".equals(parts[1]);
        var project = inProject ? new Shell.ProjectLink(parts[2], parts[2]) : null;
        var principal = request.getUserPrincipal();
        return new Shell(
                assets,
                Preferences.of(request),
                project,
                project == null ? List.of() : List.of(project),
                principal == null ? null : principal.getName(),
                inProject ? current(parts) : "",
                csrfHeaders(request));
    }

    private static String current(String[] parts) {
        return Entry.of(parts.length > 3 ? parts[3] : "").map(Entry::nav).orElse("");
    }

    private static @Nullable String csrfHeaders(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return "{\"" + token.getHeaderName() + "\":\"" + token.getToken() + "\"}";
        }
        return null;
    }
}
