package dev.interlock.outbound;

import java.util.regex.Pattern;

/** The forms a host may be written in. */
final class HostText {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]+(?:[0-9.]+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    private HostText() {}

    /** Four decimal parts without leading zeros. */
    static boolean isCanonicalIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    static boolean looksLikeIpv6(String text) {
        return text.length() <= 45
                && text.indexOf(':') >= 0
                && IPV6.matcher(text).matches();
    }

    /** Whether some program would read it as an IPv4 address: its last part is a number. */
    static boolean readsAsNumber(String host) {
        return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
    }

    /** A name of letters, digits, hyphens and underscores in parts of up to 63, 253 in all. */
    static boolean isName(String host) {
        if (host.length() > 253) {
            return false;
        }
        for (var label : host.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
