package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares who may call an operation and how callers prove who they are. */
final class SecurityComparison {
    private static final List<Map<String, List<String>>> ANYONE = List.of(Map.of());

    private final OpenApiDocument before;
    private final OpenApiDocument after;

    SecurityComparison(OpenApiDocument before, OpenApiDocument after) {
        this.before = before;
        this.after = after;
    }

    /** Callers who satisfied one alternative must still satisfy one: each earlier alternative needs a later one within it. */
    void compare(Operation then, Operation now, ChangeLog.Place at, String name) {
        var earlier = then.security().isEmpty() ? ANYONE : then.security();
        var later = now.security().isEmpty() ? ANYONE : now.security();
        schemes(earlier, later, at);
        if (Set.copyOf(earlier).equals(Set.copyOf(later))) {
            return;
        }
        if (earlier.stream().allMatch(had -> later.stream().anyMatch(needs -> within(needs, had)))) {
            at.safe(Rule.SECURITY_CHANGED, "%s can be called in more ways.".formatted(name));
        } else {
            at.breaking(Rule.SECURITY_CHANGED, "%s asks for other credentials or more scopes.".formatted(name));
        }
    }

    private static boolean within(Map<String, List<String>> needs, Map<String, List<String>> had) {
        return needs.entrySet().stream()
                .allMatch(need -> had.containsKey(need.getKey())
                        && had.getOrDefault(need.getKey(), List.of()).containsAll(need.getValue()));
    }

    private void schemes(
            List<Map<String, List<String>>> earlier, List<Map<String, List<String>>> later, ChangeLog.Place at) {
        var both = new HashSet<String>();
        earlier.forEach(alternative -> both.addAll(alternative.keySet()));
        var kept = new HashSet<String>();
        later.forEach(alternative -> kept.addAll(alternative.keySet()));
        both.retainAll(kept);
        both.stream().sorted().forEach(scheme -> scheme(scheme, at));
    }

    private void scheme(String name, ChangeLog.Place at) {
        var then = before.securitySchemes().get(name);
        var now = after.securitySchemes().get(name);
        if (then == null || now == null || then.equals(now)) {
            return;
        }
        var way = then.type().equals(now.type())
                && then.scheme().equals(now.scheme())
                && then.in().equals(now.in())
                && then.parameter().equals(now.parameter());
        if (way) {
            at.info(Rule.SECURITY_SCHEME_CHANGED, "Tokens of %s come from another address.".formatted(name));
        } else {
            at.breaking(Rule.SECURITY_SCHEME_CHANGED, "Credentials of %s are sent in another way.".formatted(name));
        }
    }
}
