package dev.interlock.web.error;

import dev.interlock.security.AllowAnyone;
import dev.interlock.security.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no mapping answered. */
@Controller
@AllowAnyone("It tells a status and an id, nothing of a project.")
class ErrorPages implements ErrorController {
    private final ErrorFrame frame;

    ErrorPages(ErrorFrame frame) {
        this.frame = frame;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var error = ErrorText.of(status);
        return isForMachines(path) ? document(error, path, request) : frame.page(request, error);
    }

    private static boolean isForMachines(String path) {
        return path.startsWith("/api/") || path.startsWith("/v1/") || path.startsWith("/callbacks/");
    }

    private static ResponseEntity<Map<String, Object>> document(
            ErrorText error, String path, HttpServletRequest request) {
        return ResponseEntity.status(error.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type",
                        "/problems/STATUS_" + error.status(),
                        "title",
                        error.title(),
                        "status",
                        error.status(),
                        "detail",
                        error.detail() + " " + error.next(),
                        "instance",
                        path,
                        "traceId",
                        RequestId.of(request)));
    }
}
