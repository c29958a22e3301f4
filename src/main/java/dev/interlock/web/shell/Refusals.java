package dev.interlock.web.shell;

import dev.interlock.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.ui.Model;

/** Shows a refused write above the form it came from, with everything typed still there. */
public final class Refusals {
    private Refusals() {}

    /**
     * Carries a write out.
     *
     * @param write answers where to go afterwards
     * @param again shows the form once more; the model has the refusal under "problem"
     */
    public static String attempt(
            Model model, HttpServletResponse response, Supplier<String> write, Supplier<String> again) {
        try {
            return write.get();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            response.setStatus(problem.type().kind().status());
            return again.get();
        }
    }
}
