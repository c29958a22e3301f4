package dev.interlock.web.error;

import dev.interlock.platform.Kind;
import dev.interlock.platform.Problem;
import dev.interlock.security.RequestId;
import dev.interlock.security.SecurityProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows what was refused or failed as a page, in the words the JSON contract uses. */
@ControllerAdvice("dev.interlock.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrorAdvice.class);

    private final ErrorFrame frame;

    PageErrorAdvice(ErrorFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView refused(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.type().kind() == Kind.UNAUTHORIZED) {
            SignInRedirect.send(request, response);
            return null;
        }
        return frame.page(
                request,
                new ErrorText(
                        problem.type().kind().status(),
                        problem.detail(),
                        problem.type() == SecurityProblem.NOT_ALLOWED
                                ? ErrorText.ASK_FOR_ROLE
                                : problem.type().next(),
                        problem.findings()));
    }

    @ExceptionHandler
    ModelAndView failed(Exception fault, HttpServletRequest request) throws Exception {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return frame.page(request, ErrorText.of(known.getStatusCode().value()));
        }
        LOG.error(
                "{} {} failed, request {}", request.getMethod(), request.getRequestURI(), RequestId.of(request), fault);
        return frame.page(request, ErrorText.of(500));
    }
}
