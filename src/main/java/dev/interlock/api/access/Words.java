package dev.interlock.api.access;

import dev.interlock.platform.Finding;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SecurityProblem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads roles and scopes as people write them. */
final class Words {
    private Words() {}

    static Role role(@Nullable String word) {
        try {
            return Role.valueOf(String.valueOf(word).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused(List.of(Finding.error("role", "is no role", "Use viewer, tester, manager or admin.")));
        }
    }

    static Set<Scope> scopes(@Nullable List<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        var findings = new ArrayList<Finding>();
        for (var word : words == null ? List.<String>of() : words) {
            Scope.of(word)
                    .ifPresentOrElse(
                            scopes::add,
                            () -> findings.add(Finding.error(
                                    "scopes",
                                    "\"" + word + "\" is no scope",
                                    "Use read, run:trigger, result:write or admin.")));
        }
        if (!findings.isEmpty()) {
            throw refused(findings);
        }
        return scopes;
    }

    private static RuntimeException refused(List<Finding> findings) {
        return SecurityProblem.INPUT_IS_REFUSED.because("The request has words that mean nothing here.", findings);
    }
}
