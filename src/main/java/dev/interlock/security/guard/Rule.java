package dev.interlock.security.guard;

import dev.interlock.security.Allow;
import dev.interlock.security.AllowAnyone;
import dev.interlock.security.AllowInstanceAdmin;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What a mapping asks of its sender. */
sealed interface Rule {
    /** Methods that change nothing. */
    Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Open to everybody. */
    record Anyone() implements Rule {}

    /** Somebody known, with a scope. */
    record Known(List<Scope> scopes) implements Rule {}

    /** An administrator of the installation. */
    record InstanceAdmin() implements Rule {}

    /** A member of the project in the address. */
    record MemberOf(Role role, List<Scope> scopes) implements Rule {}

    /** The rule of a mapping; its method's annotation wins over its type's. Empty when there is none, or two. */
    static Optional<Rule> of(HandlerMethod handler) {
        var onMethod = rules(handler.getMethod());
        var all = onMethod.isEmpty() ? rules(handler.getBeanType()) : onMethod;
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** The scope a token needs for a request of this method. */
    static Scope scope(List<Scope> said, String method) {
        if (!said.isEmpty()) {
            return said.getFirst();
        }
        return READING.contains(method) ? Scope.READ : Scope.ADMIN;
    }

    private static List<Rule> rules(AnnotatedElement place) {
        var rules = new ArrayList<Rule>();
        find(place, AllowAnyone.class).ifPresent(said -> rules.add(new Anyone()));
        find(place, AllowInstanceAdmin.class).ifPresent(said -> rules.add(new InstanceAdmin()));
        find(place, AllowSignedIn.class).ifPresent(said -> rules.add(new Known(List.of(said.scope()))));
        find(place, Allow.class).ifPresent(said -> rules.add(new MemberOf(said.value(), List.of(said.scope()))));
        return rules;
    }

    private static <A extends Annotation> Optional<A> find(AnnotatedElement place, Class<A> type) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(place, type));
    }
}
