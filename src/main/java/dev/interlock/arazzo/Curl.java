package dev.interlock.arazzo;

import java.util.Set;

/** Writes a request as a curl command a person can paste into a shell. */
public final class Curl {
    private Curl() {}

    /**
     * The command.
     *
     * @param call the request, secrets already masked as {@code $NAME}
     * @param variables names that stand for secrets; {@code $NAME} stays open to the shell, everything else is quoted
     */
    public static String of(HttpCall call, Set<String> variables) {
        return Later.value();
    }
}
