package dev.interlock.web.environments;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts of an environment with one part changed. */
final class EnvironmentParts {
    private EnvironmentParts() {}

    /** "1 of 2 targets answered." */
    static String answered(List<TargetCheck> checks) {
        var answered = checks.stream().filter(TargetCheck::reachable).count();
        return answered + " of " + checks.size() + (checks.size() == 1 ? " target answered." : " targets answered.");
    }

    /** Says on the next page what was done and which targets answered; as a warning unless all did. */
    static void tell(RedirectAttributes flash, String done, List<TargetCheck> checks) {
        flash.addFlashAttribute("notice", checks.isEmpty() ? done : (done + " " + answered(checks)).strip());
        flash.addFlashAttribute("warned", checks.stream().anyMatch(check -> !check.reachable()));
    }

    /** With another target of a service, or without any. */
    static EnvironmentDraft target(Environment before, ServiceKey service, @Nullable Target target) {
        return of(before, changed(before.targets(), service, target), before.identities(), before.variables());
    }

    /** With another value of a variable, or without it. */
    static EnvironmentDraft variable(Environment before, String name, @Nullable String value) {
        return of(before, before.targets(), before.identities(), changed(before.variables(), name, value));
    }

    /** With another identity of this name, or without it. */
    static EnvironmentDraft identity(Environment before, String name, @Nullable Identity identity) {
        return of(before, before.targets(), changed(before.identities(), name, identity), before.variables());
    }

    private static <K, V> Map<K, V> changed(Map<K, V> before, K key, @Nullable V value) {
        var after = new LinkedHashMap<>(before);
        if (value == null) {
            after.remove(key);
        } else {
            after.put(key, value);
        }
        return after;
    }

    private static EnvironmentDraft of(
            Environment before,
            Map<ServiceKey, Target> targets,
            Map<String, Identity> identities,
            Map<String, String> variables) {
        return new EnvironmentDraft(
                before.key(),
                before.name(),
                targets,
                identities,
                variables,
                before.protectedEnvironment(),
                before.evidence());
    }
}
