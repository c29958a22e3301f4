package dev.interlock.security.guard;

import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The session cookie: HttpOnly and Lax; behind TLS it is Secure and named so that browsers take it from this host only.
 */
@Component
class SessionCookies implements CookieSerializer {
    private final CookieSerializer plain = cookies("interlock", false);
    private final CookieSerializer secure = cookies("__Host-interlock", true);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest().isSecure()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
        return of(request.isSecure()).readCookieValues(request);
    }

    private CookieSerializer of(boolean isSecure) {
        return isSecure ? secure : plain;
    }

    private static CookieSerializer cookies(String name, boolean isSecure) {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName(name);
        cookies.setCookiePath("/");
        cookies.setUseSecureCookie(isSecure);
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        return cookies;
    }
}
