package dev.interlock.security;

import jakarta.servlet.ServletRequest;

/** The id under which a request is found in the log; shown with every error. */
public final class RequestId {
    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** The id of a request, 32 hexadecimal digits. */
    public static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "0".repeat(32);
    }

    /** Gives a request its id. */
    public static void set(ServletRequest request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }
}
