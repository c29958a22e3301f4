package dev.interlock.api.idempotency;

import dev.interlock.api.problem.ProblemDocument;
import dev.interlock.platform.IdempotencyKeys;
import dev.interlock.security.Accesses;
import dev.interlock.security.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a POST that carries a known Idempotency-Key as the first one was answered: the same again for the same
 * request, 422 for another one, 409 while the first is worked on. Keys belong to a project and a token, for 24 hours.
 * Calls that show a secret once are carried out anew each time.
 */
@Component
@Order(0)
class IdempotencyFilter extends OncePerRequestFilter {
    private static final Pattern PROJECT = Pattern.compile("/api/v1/projects/([^/]+).*");
    private static final int LONGEST_KEY = 255;

    /** Calls whose answers show a secret once; keeping them would keep the secret. */
    private static final Pattern SHOWN_ONCE = Pattern.compile(".*/(tokens|members|secret)");

    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 404, 409, 429);

    private final IdempotencyKeys keys;
    private final Accesses accesses;
    private final JsonMapper json;

    IdempotencyFilter(IdempotencyKeys keys, Accesses accesses, JsonMapper json) {
        this.keys = keys;
        this.accesses = accesses;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || SHOWN_ONCE.matcher(request.getRequestURI()).matches()
                || request.getHeader("Idempotency-Key") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var owner = SignedIn.of(request).flatMap(asker -> owner(asker, request));
        var key = String.valueOf(request.getHeader("Idempotency-Key"));
        if (owner.isEmpty()) {
            chain.doFilter(request, response);
        } else if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, 400, "KEY_IS_MALFORMED", "An Idempotency-Key has 1 to 255 characters.");
        } else {
            answerOnce(owner.get(), key, new RepeatableRequest(request), response, chain);
        }
    }

    /** Whose key it is; empty when the asker may not see the project, which the mapping then says. */
    private Optional<String> owner(SignedIn asker, HttpServletRequest request) {
        var project = PROJECT.matcher(request.getRequestURI());
        if (!project.matches()) {
            return Optional.of("|" + asker.actor().id());
        }
        return accesses.of(asker, project.group(1))
                .map(access -> access.project() + "|" + asker.actor().id());
    }

    private void answerOnce(
            String owner, String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var earlier = keys.begin(owner, key, request.hash());
        if (earlier.isEmpty()) {
            carryOut(owner, key, request, response, chain);
        } else if (!earlier.get().same()) {
            refuse(
                    request,
                    response,
                    422,
                    "KEY_WAS_USED",
                    "This Idempotency-Key came with another request before. Use a new one.");
        } else if (earlier.get().answer() == null) {
            refuse(
                    request,
                    response,
                    409,
                    "REQUEST_IS_RUNNING",
                    "The first request with this key is still worked on. Try again in a moment.");
        } else {
            replay(earlier.get().answer(), response);
        }
    }

    private void carryOut(
            String owner, String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = false;
        var caching = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, caching);
            if (caching.getStatus() < 500 && !NOT_KEPT.contains(caching.getStatus())) {
                keys.answered(owner, key, answer(caching));
                kept = true;
            }
        } finally {
            if (!kept) {
                keys.forget(owner, key);
            }
        }
        caching.copyBodyToResponse();
    }

    private static IdempotencyKeys.Answer answer(ContentCachingResponseWrapper response) {
        var headers = new TreeMap<String, String>();
        for (var name : Set.of("Content-Type", "Location", "ETag")) {
            var value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        var body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new IdempotencyKeys.Answer(response.getStatus(), headers, body);
    }

    private static void replay(IdempotencyKeys.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String name, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        var document = ProblemDocument.of(name, status, detail, request, java.util.List.of());
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }
}
