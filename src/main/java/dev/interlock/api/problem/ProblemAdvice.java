package dev.interlock.api.problem;

import dev.interlock.platform.Kind;
import dev.interlock.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Tells refusals of the JSON contract as problem documents; the same words stand on pages. */
@RestControllerAdvice("dev.interlock.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDocument> refused(Problem problem, HttpServletRequest request) {
        var answer = answer(problem.type().kind().status());
        if (problem.type().kind() == Kind.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"interlock\"");
        } else if (problem.type().kind() == Kind.BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(ProblemDocument.of(problem, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> unreadable(HttpMessageNotReadableException fault, HttpServletRequest request) {
        var cause = fault.getMostSpecificCause() instanceof tools.jackson.core.JacksonException json
                ? json.getOriginalMessage()
                : "The body is missing or no JSON.";
        return answer(400)
                .body(ProblemDocument.of(
                        "BODY_IS_UNREADABLE", 400, "The body cannot be read: " + shortened(cause), request, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> mismatch(MethodArgumentTypeMismatchException fault, HttpServletRequest request) {
        var detail = "The value of \"" + fault.getName() + "\" is not of the kind it has to be.";
        return answer(400).body(ProblemDocument.of("VALUE_IS_MALFORMED", 400, detail, request, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> tooLarge(MaxUploadSizeExceededException fault, HttpServletRequest request) {
        var detail = "The upload is larger than this call takes. Send less at a time.";
        return answer(413).body(ProblemDocument.of("UPLOAD_IS_TOO_LARGE", 413, detail, request, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> failed(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var detail = String.valueOf(known.getBody().getDetail());
            var status = known.getStatusCode().value();
            return answer(status)
                    .headers(known.getHeaders())
                    .body(ProblemDocument.of("REQUEST_IS_REFUSED", status, detail, request, List.of()));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        var detail = "Something went wrong on our side. The log of the service tells more under the traceId.";
        return answer(500).body(ProblemDocument.of("INTERNAL_FAULT", 500, detail, request, List.of()));
    }

    private static ResponseEntity.BodyBuilder answer(int status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
