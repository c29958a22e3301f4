package dev.interlock.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame under the name "shell". */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
    private final Shells shells;

    ShellAdvice(Shells shells) {
        this.shells = shells;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request) {
        return shells.of(request);
    }
}
