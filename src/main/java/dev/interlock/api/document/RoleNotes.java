package dev.interlock.api.document;

import dev.interlock.security.Allow;
import dev.interlock.security.AllowAnyone;
import dev.interlock.security.AllowInstanceAdmin;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.Scope;
import io.swagger.v3.oas.models.Operation;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Says at each call which role and which scope it takes, from the annotation the gate obeys. */
@Component
class RoleNotes implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        find(handler, AllowAnyone.class).ifPresent(rule -> operation.setSecurity(List.of()));
        note(handler).ifPresent(operation::setDescription);
        return operation;
    }

    private static Optional<String> note(HandlerMethod handler) {
        return find(handler, AllowInstanceAdmin.class)
                .map(rule -> "For administrators of the installation; their token needs the scope admin.")
                .or(() -> find(handler, Allow.class)
                        .map(rule -> "For the role " + rule.value().word() + " and above; the token needs the scope "
                                + scope(rule.scope(), handler) + "."))
                .or(() -> find(handler, AllowSignedIn.class)
                        .map(rule -> "For every token with the scope " + scope(rule.scope(), handler) + "."));
    }

    private static String scope(Scope[] said, HandlerMethod handler) {
        if (said.length > 0) {
            return said[0].word();
        }
        var reads = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), GetMapping.class);
        return (reads ? Scope.READ : Scope.ADMIN).word();
    }

    /** The annotation of the method; that of its type when the method has none of this kind. */
    private static <A extends Annotation> Optional<A> find(HandlerMethod handler, Class<A> kind) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), kind))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), kind)));
    }
}
