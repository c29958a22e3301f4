package dev.interlock.security.guard;

import dev.interlock.platform.Problem;
import dev.interlock.security.Accesses;
import dev.interlock.security.Scope;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request through to its mapping, or refuses it; a mapping that asks for nothing is closed. */
@Component
class Gate implements HandlerInterceptor {
    private static final String PROJECT = "project";

    private final Accesses accesses;

    Gate(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(request, Rule.of(method).orElseThrow(() -> closed("The mapping says nothing of who may use it.")));
        }
        return true;
    }

    private void check(HttpServletRequest request, Rule rule) {
        switch (rule) {
            case Rule.Anyone() -> {}
            case Rule.Known(var scopes) -> require(signedIn(request), scopes, request);
            case Rule.InstanceAdmin() -> requireInstanceAdmin(signedIn(request));
            case Rule.MemberOf member -> requireMember(request, signedIn(request), member);
        }
    }

    private void requireMember(HttpServletRequest request, SignedIn signedIn, Rule.MemberOf rule) {
        var key = project(request);
        var access = accesses.of(signedIn, key)
                .orElseThrow(() -> SecurityProblem.PROJECT_IS_UNKNOWN.because("There is no project \"" + key + "\"."));
        if (!access.allows(rule.role())) {
            throw closed("This needs the role " + rule.role().word() + " in " + access.projectName() + "; you are "
                    + access.role().word() + ".");
        }
        require(signedIn, rule.scopes(), request);
        Sender.set(request, access);
    }

    private static void requireInstanceAdmin(SignedIn signedIn) {
        if (!signedIn.instanceAdmin() || !signedIn.allows(Scope.ADMIN)) {
            throw closed("This is for administrators of the whole installation.");
        }
    }

    private static void require(SignedIn signedIn, List<Scope> said, HttpServletRequest request) {
        var scope = Rule.scope(said, request.getMethod());
        if (!signedIn.allows(scope)) {
            throw closed("The token lacks the scope " + scope.word() + ".");
        }
    }

    private static SignedIn signedIn(HttpServletRequest request) {
        return SignedIn.of(request)
                .orElseThrow(() -> SecurityProblem.NOT_SIGNED_IN.because("The request for " + request.getRequestURI()
                        + " came without a sign-in or a token that is good."));
    }

    private static String project(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(PROJECT) instanceof String key
                ? key
                : "";
    }

    private static Problem closed(String detail) {
        return SecurityProblem.NOT_ALLOWED.because(detail);
    }
}
