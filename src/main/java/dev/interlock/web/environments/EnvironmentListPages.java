package dev.interlock.web.environments;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of environments and the form to add one. */
@Controller
class EnvironmentListPages {
    /** So many services get a line in the form of a new environment; the rest are set on its page. */
    private static final int MOST_LINES = 30;

    private final Environments environments;
    private final Services services;

    EnvironmentListPages(Environments environments, Services services) {
        this.environments = environments;
        this.services = services;
    }

    /** An environment with its last check. */
    record Row(Environment environment, List<TargetCheck> checks) {
        /** How many targets answered. */
        public long reachable() {
            return checks.stream().filter(TargetCheck::reachable).count();
        }
    }

    /** What the form of a new environment says; a box that is not ticked is not sent. */
    record NewEnvironment(
            @Nullable String key,
            @Nullable String name,
            @Nullable Boolean protectedEnvironment,
            @Nullable Boolean evidence) {
        EnvironmentDraft draft(Map<ServiceKey, Target> targets) {
            var title = Objects.requireNonNullElse(name, "").strip();
            var id = key == null || key.isBlank() ? Keys.propose(title) : key.strip();
            return new EnvironmentDraft(
                    EnvironmentKey.of(id),
                    title.isEmpty() ? id : title,
                    targets,
                    Map.of(),
                    Map.of(),
                    Boolean.TRUE.equals(protectedEnvironment),
                    Boolean.TRUE.equals(evidence));
        }
    }

    @GetMapping("/p/{project}/environments")
    @Allow(Role.VIEWER)
    String list(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey() + "/environments");
        model.addAttribute("rows", rows(access));
        return "environments/list";
    }

    @GetMapping("/p/{project}/environments/new")
    @Allow(Role.MANAGER)
    String form(Access access, Model model) {
        return form(access, new NewEnvironment("", "", false, true), Map.of(), model);
    }

    /** Adds an environment; addresses that are told with it are asked at once. */
    @PostMapping("/p/{project}/environments/new")
    @Allow(Role.MANAGER)
    String create(
            Access access,
            NewEnvironment form,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var targets = TargetFields.of(fields);
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var draft = form.draft(targets.targets());
                    var saved = environments.put(access.project(), draft, IfMatch.none(), access.actor());
                    tell(access, saved, flash);
                    return "redirect:" + next(access, saved.key(), fields.getFirst("then"));
                },
                () -> form(access, form, targets.addresses(), model));
    }

    private void tell(Access access, Environment saved, RedirectAttributes flash) {
        var done = saved.name() + " was added.";
        if (saved.targets().isEmpty()) {
            flash.addFlashAttribute("notice", done + " Now say where its services are.");
        } else {
            EnvironmentParts.tell(flash, done, environments.check(access.project(), saved.key()));
        }
    }

    /** The tests page of the service a person came from, or the page of the environment. */
    static String next(Access access, EnvironmentKey environment, @Nullable String service) {
        var base = "/p/" + access.projectKey();
        return service == null || service.isBlank()
                ? base + "/environments/" + environment
                : base + "/services/" + ServiceKey.of(service) + "/tests";
    }

    private List<Row> rows(Access access) {
        return environments.all(access.project()).stream()
                .map(one -> new Row(one, environments.lastChecks(access.project(), one.key())))
                .toList();
    }

    private String form(Access access, NewEnvironment form, Map<String, String> addresses, Model model) {
        var known = services.all(access.project());
        model.addAttribute("services", known.subList(0, Math.min(known.size(), MOST_LINES)));
        model.addAttribute("addresses", addresses);
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey() + "/environments");
        model.addAttribute("form", form);
        return "environments/new";
    }
}
