package dev.interlock.web.environments;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.IdentityType;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.security.Access;
import dev.interlock.security.Secrets;
import dev.interlock.web.shell.Crumb;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one environment. */
@Component
class EnvironmentView {
    private final Environments environments;
    private final Services services;
    private final Secrets secrets;

    EnvironmentView(Environments environments, Services services, Secrets secrets) {
        this.environments = environments;
        this.services = services;
        this.secrets = secrets;
    }

    /** A service with its address here and what it last answered. */
    record TargetRow(
            Service service,
            @Nullable Target target,
            @Nullable TargetCheck check) {}

    String show(Access access, String key, String tab, Model model) {
        var environment = find(access, key);
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("here", address(access, key));
        model.addAttribute("environment", environment);
        model.addAttribute("tab", tab);
        model.addAttribute("crumbs", List.of(new Crumb("Environments", "/p/" + access.projectKey() + "/environments")));
        model.addAttribute("targets", targets(access, environment));
        model.addAttribute("identities", new TreeMap<>(environment.identities()));
        model.addAttribute("variables", new TreeMap<>(environment.variables()));
        model.addAttribute("secrets", secrets.list(access.project(), Environments.secretHolder(environment.key())));
        model.addAttribute("types", IdentityType.values());
        return "environments/" + tab;
    }

    Environment find(Access access, String key) {
        return environments
                .find(access.project(), EnvironmentKey.of(key))
                .orElseThrow(() ->
                        CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because("There is no environment \"" + key + "\"."));
    }

    String address(Access access, String key) {
        return "/p/" + access.projectKey() + "/environments/" + key;
    }

    private List<TargetRow> targets(Access access, Environment environment) {
        var checks = environments.lastChecks(access.project(), environment.key()).stream()
                .collect(Collectors.toMap(TargetCheck::service, Function.identity(), (first, second) -> first));
        return services.all(access.project()).stream()
                .map(service ->
                        new TargetRow(service, environment.targets().get(service.key()), checks.get(service.key())))
                .toList();
    }
}
