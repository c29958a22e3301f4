package dev.interlock.security;

import java.util.Arrays;
import java.util.Optional;

/** What an API token is good for. {@link #ADMIN} stands for all its owner may do. */
public enum Scope {
    READ("read"),
    RUN_TRIGGER("run:trigger"),
    RESULT_WRITE("result:write"),
    ADMIN("admin");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The word in JSON and on pages, such as {@code run:trigger}. */
    public String word() {
        return word;
    }

    /** The scope of that word. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
