package dev.interlock.testcase.coverage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words in names of services, paths and operations, in one form. */
public final class Words {
    private static final int SHORTEST = 3;
    private static final Set<String> EMPTY =
            Set.of("get", "post", "put", "patch", "delete", "head", "api", "service", "the", "and");

    private Words() {}

    /** Words of three letters or more, lower case, in the singular; parameters in braces do not count. */
    static Set<String> of(String text) {
        var plain = text.replaceAll("\\{[^}]*}", " ").replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        return Arrays.stream(plain.split("[^A-Za-z0-9]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(Words::singular)
                .filter(word -> word.length() >= SHORTEST && !EMPTY.contains(word))
                .collect(Collectors.toSet());
    }

    /** Whether two names have a word in common. */
    public static boolean share(String one, String other) {
        var words = of(one);
        return of(other).stream().anyMatch(words::contains);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
