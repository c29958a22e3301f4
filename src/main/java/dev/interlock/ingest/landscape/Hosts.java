package dev.interlock.ingest.landscape;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Hosts named in a value of the environment of a process. */
final class Hosts {
    private static final int LONGEST = 4_096;
    private static final Pattern MEANT = Pattern.compile(
            "HOST|ADDR|URL|URI|ENDPOINT|SERVER|SERVICE|BROKER|UPSTREAM|BACKEND", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\"']+");
    private static final Pattern SCHEME = Pattern.compile("^(?:jdbc:)?[a-zA-Z][a-zA-Z0-9+.-]{0,30}://");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})");

    private Hosts() {}

    /** Names before a port, within a URL, or alone in a variable whose name speaks of a host. */
    static Set<String> in(String variable, String value) {
        var hosts = new LinkedHashSet<String>();
        if (value.length() <= LONGEST) {
            for (var part : BETWEEN.split(value)) {
                add(hosts, variable, part);
            }
        }
        return hosts;
    }

    private static void add(Set<String> hosts, String variable, String part) {
        var scheme = SCHEME.matcher(part);
        var url = scheme.find();
        var authority = (url ? part.substring(scheme.end()) : part).split("[/?#]", 2)[0];
        var place = authority.substring(authority.lastIndexOf('@') + 1);
        var port = place.matches(".+:\\d{1,5}");
        var host = port ? place.substring(0, place.lastIndexOf(':')) : place;
        if ((url || port || MEANT.matcher(variable).find())
                && HOST.matcher(host).matches()) {
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
    }
}
