package dev.interlock.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Path templates told apart by what is in their place, not by the names of their variables. */
final class PathTemplates {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private PathTemplates() {}

    /** The same for templates that answer the same requests. */
    static String plain(String path) {
        return VARIABLE.matcher(path).replaceAll("{}");
    }

    /** Earlier name to later name of each variable that has another name; empty when the templates differ otherwise. */
    static Map<String, String> renamed(String then, String now) {
        var names = new LinkedHashMap<String, String>();
        if (!then.equals(now) && plain(then).equals(plain(now))) {
            var earlier = VARIABLE.matcher(then);
            var later = VARIABLE.matcher(now);
            while (earlier.find() && later.find()) {
                if (!earlier.group(1).equals(later.group(1))) {
                    names.put(earlier.group(1), later.group(1));
                }
            }
        }
        return names;
    }
}
