package dev.interlock.web.admin;

import dev.interlock.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.ui.Model;

/** Carries a change of a form out: goes on when it is kept, shows the form with the problem when it is refused. */
final class Kept {
    private Kept() {}

    static String or(Runnable change, String next, Supplier<String> form, HttpServletResponse response, Model model) {
        try {
            change.run();
            return next;
        } catch (Problem problem) {
            response.setStatus(problem.type().kind().status());
            model.addAttribute("problem", problem);
            return form.get();
        }
    }
}
