package dev.interlock.security;

import java.util.Locale;
import java.util.Set;

/** What a member may do in a project; each role includes the ones before it. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Also edits test cases, runs, records verdicts and classifies problems. */
    TESTER,
    /** Also plans, schedules, gates, overrides and environments. */
    MANAGER,
    /** Also members, teams, tokens, secrets and retention. */
    ADMIN;

    /** Whether this role may do what the other one may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The scopes a token of someone in this role can have at most. */
    public Set<Scope> scopes() {
        return switch (this) {
            case VIEWER -> Set.of(Scope.READ);
            case TESTER, MANAGER, ADMIN -> Set.of(Scope.values());
        };
    }

    /** The word on pages and in JSON: {@code viewer}, {@code tester}, {@code manager}, {@code admin}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
