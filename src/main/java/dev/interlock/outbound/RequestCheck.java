package dev.interlock.outbound;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses requests that would not arrive as written. */
final class RequestCheck {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Set<String> WORKED_OUT = Set.of("content-length", "transfer-encoding");
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_VALUE = 16 * 1024;

    private RequestCheck() {}

    static void check(OutboundRequest request) throws RefusedAddress {
        if (!TOKEN.matcher(request.method()).matches() || request.method().equalsIgnoreCase("CONNECT")) {
            throw refused(request, "the method is not one to send. Use GET, POST, PUT, PATCH, DELETE or another token");
        }
        if (request.headers().size() > MOST_HEADERS) {
            throw refused(request, "it has more than " + MOST_HEADERS + " headers. Send fewer");
        }
        for (var header : request.headers()) {
            check(request, header);
        }
    }

    /** Whether the header is left to the client, which knows the real length. */
    static boolean workedOut(Header header) {
        return WORKED_OUT.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static void check(OutboundRequest request, Header header) throws RefusedAddress {
        if (!TOKEN.matcher(header.name()).matches()) {
            throw refused(request, "a header has a name of other characters than a token. Rename it");
        }
        if (header.value().length() > LONGEST_VALUE || header.value().chars().anyMatch(RequestCheck::breaksLine)) {
            throw refused(
                    request,
                    "the value of header " + header.name()
                            + " holds a control character or is longer than 16 KiB. Take that out");
        }
    }

    private static boolean breaksLine(int c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }

    private static RefusedAddress refused(OutboundRequest request, String why) {
        var sentence = "The request to %s was not sent: %s.".formatted(request.url(), why);
        return new RefusedAddress(new Refusal(AddressRule.MESSAGE, request.url(), 0, null, sentence));
    }
}
