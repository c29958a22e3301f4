package dev.interlock.security;

import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API tokens; at most 200 for each project. */
public interface Tokens {

    /**
     * Makes a token.
     *
     * @param project the project it is bound to; null, by instance administrators only, for the whole installation     */
    Made create(@Nullable ProjectId project, Wanted wanted, SignedIn owner);

    /** The tokens of a project, or those of the whole installation; revoked and expired ones are left out. */
    List<Token> list(@Nullable ProjectId project);

    /** Ends a token; every node refuses it within a second. */
    void revoke(@Nullable ProjectId project, long token, SignedIn by);

    /**
     * What a token shall be.
     *
     * @param validFor 1 day to 1 year
     */
    record Wanted(String name, Set<Scope> scopes, Duration validFor) {}

    /** A token just made and its text, shown this once. */
    record Made(Token token, String text) {
        @Override
        public String toString() {
            return "Made[" + token.prefix() + "]";
        }
    }
}
