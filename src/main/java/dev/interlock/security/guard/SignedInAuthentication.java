package dev.interlock.security.guard;

import dev.interlock.security.SignedIn;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request whose sender is known. */
final class SignedInAuthentication extends AbstractAuthenticationToken {
    static final String INSTANCE_ADMIN = "INSTANCE_ADMIN";

    private final transient SignedIn signedIn;

    SignedInAuthentication(SignedIn signedIn) {
        super(authorities(signedIn));
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return signedIn;
    }

    @Override
    public String getName() {
        return signedIn.actor().name();
    }

    private static List<GrantedAuthority> authorities(SignedIn signedIn) {
        return signedIn.instanceAdmin() ? List.of(new SimpleGrantedAuthority(INSTANCE_ADMIN)) : List.of();
    }
}
