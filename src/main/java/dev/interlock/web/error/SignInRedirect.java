package dev.interlock.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends a reader nobody knows to the sign-in page, with the way back. */
final class SignInRedirect {
    private SignInRedirect() {}

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", address(currentPage(request)));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(address("GET".equals(request.getMethod()) ? whole(request) : "/"));
        }
    }

    private static String address(String back) {
        return back.equals("/") ? "/sign-in" : "/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static String whole(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String currentPage(HttpServletRequest request) {
        try {
            var page = URI.create(String.valueOf(request.getHeader("HX-Current-URL")));
            var path = page.getRawPath() == null ? "/" : page.getRawPath();
            return path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
