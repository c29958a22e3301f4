package dev.interlock.security.guard;

import dev.interlock.security.Access;
import dev.interlock.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the filters and the gate found out about a request, kept with it also when it is answered later. */
final class Sender {
    private Sender() {}

    static void set(HttpServletRequest request, SignedIn signedIn) {
        request.setAttribute(SignedIn.ATTRIBUTE, signedIn);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedInAuthentication(signedIn));
        SecurityContextHolder.setContext(context);
    }

    static void set(HttpServletRequest request, Access access) {
        request.setAttribute(Access.ATTRIBUTE, access);
    }
}
