package dev.interlock.cli;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Address of a server as people type it. */
final class ServerAddress {
    private static final String REST = "/api/v1";

    private ServerAddress() {}

    /**
     * Where the REST interface of the server is, without a slash at the end; empty when this is no address of one. Without
     * a scheme it is taken for http.
     */
    static Optional<String> restOf(String typed) {
        var address = typed.strip();
        var whole = (address.contains("://") ? address : "http://" + address).replaceAll("/+$", "");
        try {
            var uri = URI.create(whole);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var isGood = (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return isGood ? Optional.of(whole + REST) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
