package dev.interlock.api.observed;

import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.Traces;
import dev.interlock.platform.Kind;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Accesses;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where exporters of OpenTelemetry send traces: OTLP over HTTP. The project is that of the token, or with a token of the
 * whole installation the one the header names.
 */
@RestController
class OtlpEndpoint {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final int LONGEST_SENT = 16 << 20;
    private static final int LONGEST = 64 << 20;

    private final Traces traces;
    private final Projects projects;
    private final Accesses accesses;

    OtlpEndpoint(Traces traces, Projects projects, Accesses accesses) {
        this.traces = traces;
        this.projects = projects;
        this.accesses = accesses;
    }

    @PostMapping("/v1/traces")
    @AllowSignedIn(scope = Scope.RESULT_WRITE)
    ResponseEntity<byte[]> receive(
            @RequestHeader(name = "X-Interlock-Project", required = false) @Nullable String named,
            HttpServletRequest request,
            SignedIn sender)
            throws IOException {
        var json = JSON.equals(mediaType(request));
        var answer = new OtlpAnswer(json);
        try {
            if (!json && !PROTOBUF.equals(mediaType(request))) {
                throw IngestProblem.TRACES_ARE_UNSUPPORTED.because(
                        "The media type \"" + mediaType(request) + "\" is none of OTLP.");
            }
            var project = project(sender, named);
            return answer(200, json).body(answer.of(traces.receive(project, body(request), json)));
        } catch (Problem problem) {
            var kind = problem.type().kind();
            var refused = answer(kind.status(), json);
            if (kind == Kind.BUSY) {
                refused.header(HttpHeaders.RETRY_AFTER, "5");
            }
            return refused.body(
                    answer.refusal(problem.detail() + " " + problem.type().next()));
        }
    }

    private static ResponseEntity.BodyBuilder answer(int status, boolean json) {
        return ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, json ? JSON : PROTOBUF);
    }

    private static String mediaType(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private ProjectId project(SignedIn sender, @Nullable String named) {
        var project = sender.onlyProject() == null
                ? projects.find(Objects.requireNonNullElse(named, ""))
                : projects.find(sender.onlyProject());
        var access = project.map(Project::key).flatMap(key -> accesses.of(sender, key));
        if (access.isEmpty()) {
            throw IngestProblem.TRACE_PROJECT_IS_UNKNOWN.because("It is not said which project the traces belong to.");
        }
        if (!access.get().allows(Role.TESTER)) {
            throw SecurityProblem.NOT_ALLOWED.because("Sending traces needs the role tester.");
        }
        return access.get().project();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var sent = request.getInputStream().readNBytes(LONGEST_SENT + 1);
        if (sent.length > LONGEST_SENT) {
            throw IngestProblem.TRACES_ARE_TOO_LARGE.because("The body is longer than 16 MiB.");
        }
        var encoding = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_ENCODING), "identity");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> sent;
            case "gzip" -> unpacked(sent);
            default ->
                throw IngestProblem.TRACES_ARE_UNSUPPORTED.because("The encoding \"" + encoding + "\" is not known.");
        };
    }

    private static byte[] unpacked(byte[] sent) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw IngestProblem.TRACES_ARE_TOO_LARGE.because("The body is longer than 64 MiB when unpacked.");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw IngestProblem.TRACES_ARE_UNREADABLE.because("The body is no gzip: " + e.getMessage());
        }
    }
}
