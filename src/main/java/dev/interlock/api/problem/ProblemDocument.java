package dev.interlock.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Problem;
import dev.interlock.security.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable, {@code /problems/NAME}
 * @param title the name in words
 * @param detail what happened, and what to do next
 * @param instance the path of the request
 * @param traceId the id under which the request is found in the log
 * @param findings every fault found, left out when there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type, String title, int status, String detail, String instance, String traceId, List<Fault> findings) {

    /** One fault of an input. */
    public record Fault(String where, String problem, String hint, String severity) {}

    static ProblemDocument of(Problem problem, HttpServletRequest request) {
        var findings = problem.findings().stream().map(ProblemDocument::fault).toList();
        var detail = problem.detail() + " " + problem.type().next();
        return of(problem.type().name(), problem.type().kind().status(), detail, request, findings);
    }

    /** A refusal told in words of its own. */
    public static ProblemDocument of(
            String name, int status, String detail, HttpServletRequest request, List<Fault> findings) {
        var words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        var title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new ProblemDocument(
                "/problems/" + name, title, status, detail, request.getRequestURI(), RequestId.of(request), findings);
    }

    private static Fault fault(Finding finding) {
        return new Fault(
                finding.where(),
                finding.problem(),
                finding.hint(),
                finding.severity().name());
    }
}
