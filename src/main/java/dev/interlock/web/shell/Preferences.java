package dev.interlock.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one browser wants its pages; kept in cookies of that browser.
 *
 * @param theme "light", "dark" or "system"
 * @param density "compact" or "cosy"
 * @param shortcuts "on" or "off": whether single letters are shortcuts
 * @param times "relative" or "exact"
 * @param side "wide" or "narrow": the side bar
 */
public record Preferences(String theme, String density, String shortcuts, String times, String side) {
    static final Map<String, Set<String>> VALUES = Map.of(
            "theme", Set.of("light", "dark", "system"),
            "density", Set.of("compact", "cosy"),
            "shortcuts", Set.of("on", "off"),
            "times", Set.of("relative", "exact"),
            "side", Set.of("wide", "narrow"));

    static final String COOKIE = "interlock-";

    static Preferences of(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        var chosen = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .collect(Collectors.toMap(
                        cookie -> cookie.getName().substring(COOKIE.length()),
                        Cookie::getValue,
                        (first, second) -> first));
        return new Preferences(
                pick(chosen, "theme", "system"),
                pick(chosen, "density", "compact"),
                pick(chosen, "shortcuts", "on"),
                pick(chosen, "times", "relative"),
                pick(chosen, "side", "wide"));
    }

    private static String pick(Map<String, String> chosen, String name, String usual) {
        var value = chosen.getOrDefault(name, usual);
        return VALUES.getOrDefault(name, Set.of()).contains(value) ? value : usual;
    }
}
