package dev.interlock.security.guard;

import dev.interlock.security.token.BearerTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the owner of a bearer token; a cookie means nothing here. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 512;

    private final BearerTokens tokens;

    BearerFilter(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && header.length() < LONGEST) {
            tokens.signedIn(header.substring(SCHEME.length()).strip(), request.getRemoteAddr())
                    .ifPresent(signedIn -> Sender.set(request, signedIn));
        }
        chain.doFilter(request, response);
    }
}
