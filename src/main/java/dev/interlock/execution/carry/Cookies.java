package dev.interlock.execution.carry;

import dev.interlock.arazzo.HttpHeader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of one try of a test: what services set is sent back to them, and gone with the try. */
final class Cookies {
    private static final int MOST = 100;

    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);

    /** Keeps what an answer sets. */
    void keep(URI from, List<HttpHeader> answered) {
        var set = answered.stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .map(HttpHeader::value)
                .toList();
        if (!set.isEmpty() && jar.getCookieStore().getCookies().size() < MOST) {
            try {
                jar.put(from, Map.of("Set-Cookie", set));
            } catch (IOException | IllegalArgumentException e) {
                // an address no cookie can belong to keeps none
            }
        }
    }

    /** The headers with the cookies for this address; those a step sends itself win. */
    List<HttpHeader> added(URI to, List<HttpHeader> headers) {
        var own = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Cookie"))
                .map(HttpHeader::value)
                .collect(Collectors.joining("; "));
        var names = Arrays.stream(own.split(";", -1)).map(Cookies::name).toList();
        var kept = kept(to).stream().filter(pair -> !names.contains(name(pair))).collect(Collectors.joining("; "));
        if (kept.isEmpty()) {
            return headers;
        }
        var all = new ArrayList<>(headers);
        all.removeIf(header -> header.name().equalsIgnoreCase("Cookie"));
        all.add(new HttpHeader("Cookie", own.isEmpty() ? kept : own + "; " + kept));
        return all;
    }

    private static String name(String pair) {
        var end = pair.indexOf('=');
        return (end < 0 ? pair : pair.substring(0, end)).strip();
    }

    private List<String> kept(URI to) {
        try {
            return jar.get(to, Map.of()).getOrDefault("Cookie", List.of()).stream()
                    .flatMap(line -> Arrays.stream(line.split(";", -1)))
                    .map(String::strip)
                    .filter(pair -> !pair.startsWith("$"))
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
