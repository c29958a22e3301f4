package dev.interlock.outbound;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An address taken apart once, by one parser, so that what is checked is what is connected to.
 *
 * @param host lower case ASCII name without trailing dot, canonical IPv4, or IPv6 without brackets
 * @param path path and query as sent
 */
record TargetUrl(String scheme, String host, int port, String path) {
    private static final int LONGEST = 16_384;

    static TargetUrl parse(String url) throws RefusedAddress {
        if (url.length() > LONGEST) {
            throw malformed(url, "is longer than " + LONGEST + " characters");
        }
        if (url.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')) {
            throw malformed(url, "holds a space, a control character or a backslash");
        }
        var scheme = scheme(url);
        var rest = url.substring(scheme.length() + 3);
        var end = firstOf(rest, "/?#");
        var authority = rest.substring(0, end);
        if (authority.isEmpty() || firstOf(authority, "@%") < authority.length()) {
            throw malformed(url, "names no host, or has a user name or an escape in it");
        }
        return withAuthority(url, scheme, authority, path(rest.substring(end)));
    }

    private static TargetUrl withAuthority(String url, String scheme, String authority, String path)
            throws RefusedAddress {
        var hostEnd = authority.startsWith("[") ? authority.indexOf(']') + 1 : firstOf(authority, ":");
        var host = authority.substring(0, hostEnd);
        var port = port(url, scheme, authority.substring(hostEnd));
        return new TargetUrl(scheme, authority.startsWith("[") ? ipv6(url, host) : host(url, host), port, path);
    }

    private static String scheme(String url) throws RefusedAddress {
        for (var scheme : new String[] {"http", "https"}) {
            if (url.regionMatches(true, 0, scheme + "://", 0, scheme.length() + 3)) {
                return scheme;
            }
        }
        throw refused(AddressRule.SCHEME, url, "does not begin with http:// or https://");
    }

    private static int port(String url, String scheme, String text) throws RefusedAddress {
        if (text.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        if (text.matches(":\\d{1,5}")) {
            var port = Integer.parseInt(text.substring(1));
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw malformed(url, "has no port between 1 and 65535 after its host");
    }

    private static String ipv6(String url, String bracketed) throws RefusedAddress {
        var text = bracketed.isEmpty() ? "" : bracketed.substring(1, bracketed.length() - 1);
        if (!HostText.looksLikeIpv6(text)) {
            throw malformed(url, "has no plain IPv6 address between its brackets");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String host(String url, String written) throws RefusedAddress {
        if (HostText.isCanonicalIpv4(written)) {
            return written;
        }
        var host = ascii(url, written).toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (HostText.readsAsNumber(host)) {
            throw malformed(url, "writes an IPv4 address in another form than four plain decimal numbers");
        }
        if (!HostText.isName(host)) {
            throw malformed(url, "has no plain host name");
        }
        return host;
    }

    private static String ascii(String url, String host) throws RefusedAddress {
        try {
            return host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw malformed(url, "has a host name that cannot be written in ASCII");
        }
    }

    private static String path(String text) {
        var path = text.substring(0, firstOf(text, "#"));
        path = path.startsWith("/") ? path : "/" + path;
        if (path.chars().allMatch(c -> c < 0x80)) {
            return path;
        }
        var escaped = new StringBuilder();
        for (var b : path.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(b < 0 ? "%%%02X".formatted(b & 0xff) : String.valueOf((char) b));
        }
        return escaped.toString();
    }

    private static int firstOf(String text, String characters) {
        for (var i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static RefusedAddress malformed(String url, String why) {
        return refused(AddressRule.MALFORMED, url, why);
    }

    private static RefusedAddress refused(AddressRule rule, String url, String why) {
        var shown = url.length() <= 200 ? url : url.substring(0, 200) + "…";
        var sentence = "The address \"%s\" %s (rule %s). Write it like https://orders.example:8443/path."
                .formatted(shown, why, rule);
        return new RefusedAddress(new Refusal(rule, shown, 0, null, sentence));
    }
}
