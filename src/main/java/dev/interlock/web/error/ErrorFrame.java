package dev.interlock.web.error;

import dev.interlock.security.RequestId;
import dev.interlock.web.shell.Shells;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts an error into the frame of a page; htmx gets the panel alone. */
@Component
class ErrorFrame {
    private final Shells shells;

    ErrorFrame(Shells shells) {
        this.shells = shells;
    }

    ModelAndView page(HttpServletRequest request, ErrorText error) {
        var view = "true".equals(request.getHeader("HX-Request")) ? "error/page :: panel" : "error/page";
        var model = Map.of("shell", shells.of(request), "error", error, "requestId", RequestId.of(request));
        return new ModelAndView(view, model, HttpStatusCode.valueOf(error.status()));
    }
}
