package dev.interlock.web.environments;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.IdentityType;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Secrets;
import dev.interlock.security.SecurityProblem;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Secrets, identities and opened addresses of an environment. */
@Controller
@RequestMapping("/p/{project}/environments/{environment}")
class AccessPages {
    private final Environments environments;
    private final Secrets secrets;
    private final EnvironmentView view;

    AccessPages(Environments environments, Secrets secrets, EnvironmentView view) {
        this.environments = environments;
        this.secrets = secrets;
        this.view = view;
    }

    /**
     * What the form of an identity says.
     *
     * @param secret name of the secret with the client's secret, the password, the key or the token
     * @param certificate name of the secret with the certificate of the client, for MTLS
     */
    record IdentityForm(
            @Nullable String name,
            IdentityType type,
            @Nullable String tokenUrl,
            @Nullable String scopes,
            @Nullable String in,
            @Nullable String parameter,
            @Nullable String username,
            @Nullable String secret,
            @Nullable String certificate) {

        Identity identity() {
            var role = switch (type) {
                case CLIENT_CREDENTIALS -> "clientSecret";
                case BASIC -> "password";
                case API_KEY -> "key";
                case BEARER -> "token";
                case MTLS -> "key";
            };
            return new Identity(
                    type,
                    of(tokenUrl, IdentityType.CLIENT_CREDENTIALS),
                    words(of(scopes, IdentityType.CLIENT_CREDENTIALS)),
                    of(in, IdentityType.API_KEY),
                    of(parameter, IdentityType.API_KEY),
                    of(username, IdentityType.CLIENT_CREDENTIALS, IdentityType.BASIC),
                    type == IdentityType.MTLS
                            ? Map.of(role, text(secret), "certificate", text(certificate))
                            : Map.of(role, text(secret)));
        }

        /** The text where the type of the identity has such a field, empty elsewhere. */
        private String of(@Nullable String text, IdentityType... types) {
            return List.of(types).contains(type) ? text(text) : "";
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "").strip();
        }

        private static List<String> words(@Nullable String text) {
            return Arrays.stream(text(text).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /**
     * Where a person was who opens a range.
     *
     * @param check whether the range was opened where its refusal was shown
     * @param then key of the service whose tests page comes next; without one, the page of the environment
     */
    record OpeningReturn(@Nullable Boolean check, @Nullable String then) {}

    @GetMapping("/secrets")
    @Allow(Role.VIEWER)
    String secrets(Access access, @PathVariable("environment") String key, Model model) {
        return view.show(access, key, "secrets", model);
    }

    @GetMapping("/access")
    @Allow(Role.VIEWER)
    String access(Access access, @PathVariable("environment") String key, Model model) {
        return view.show(access, key, "access", model);
    }

    @PostMapping("/secrets")
    @Allow(Role.ADMIN)
    String setSecret(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String name,
            @RequestParam String value,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    secrets.put(access.project(), holder(access, key), name.strip(), value, access.actor());
                    flash.addFlashAttribute(
                            "notice", "The secret " + name.strip() + " was set. It is never shown again.");
                    return "redirect:" + view.address(access, key) + "/secrets";
                },
                () -> view.show(access, key, "secrets", model));
    }

    @PostMapping("/secrets/remove")
    @Allow(Role.ADMIN)
    String removeSecret(Access access, @PathVariable("environment") String key, @RequestParam String name) {
        secrets.remove(access.project(), holder(access, key), name, access.actor());
        return "redirect:" + view.address(access, key) + "/secrets";
    }

    @PostMapping("/identities")
    @Allow(Role.MANAGER)
    String setIdentity(
            Access access,
            @PathVariable("environment") String key,
            IdentityForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> putIdentity(access, key, IdentityForm.text(form.name()), form.identity(), flash),
                () -> {
                    model.addAttribute("typed", form);
                    return view.show(access, key, "secrets", model);
                });
    }

    @PostMapping("/identities/remove")
    @Allow(Role.MANAGER)
    String removeIdentity(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> putIdentity(access, key, name, null, flash),
                () -> view.show(access, key, "secrets", model));
    }

    /** Opens one range; only an instance administrator does, and the audit trail has it. */
    @PostMapping("/openings")
    @Allow(Role.ADMIN)
    String open(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String cidr,
            @RequestParam String ports,
            OpeningReturn back,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    requireInstanceAdmin(access);
                    var environment = EnvironmentKey.of(key);
                    environments.open(access.project(), environment, new Opening(cidr, ports), access.actor());
                    EnvironmentParts.tell(
                            flash,
                            cidr + " is open for this environment now. The audit trail has it.",
                            environments.check(access.project(), environment));
                    return "redirect:" + next(access, environment, back);
                },
                () -> view.show(access, key, "access", model));
    }

    @PostMapping("/openings/close")
    @Allow(Role.ADMIN)
    String close(
            Access access,
            @PathVariable("environment") String key,
            @RequestParam String cidr,
            @RequestParam String ports,
            RedirectAttributes flash) {
        requireInstanceAdmin(access);
        var left = view.find(access, key).openings().stream()
                .filter(one -> !one.cidr().equals(cidr) || !one.ports().equals(ports))
                .toList();
        var environment = EnvironmentKey.of(key);
        environments.setOpenings(access.project(), environment, left, access.actor());
        EnvironmentParts.tell(
                flash,
                cidr + " is closed for this environment now. The audit trail has it.",
                environments.check(access.project(), environment));
        return "redirect:" + view.address(access, key) + "/access";
    }

    private static String next(Access access, EnvironmentKey environment, OpeningReturn back) {
        return Boolean.TRUE.equals(back.check())
                ? EnvironmentListPages.next(access, environment, back.then())
                : "/p/" + access.projectKey() + "/environments/" + environment + "/access";
    }

    private String putIdentity(
            Access access, String key, String name, @Nullable Identity identity, RedirectAttributes flash) {
        var environment = view.find(access, key);
        environments.put(
                access.project(),
                EnvironmentParts.identity(environment, name, identity),
                IfMatch.version(environment.version()),
                access.actor());
        EnvironmentParts.tell(
                flash,
                "The identity " + name + (identity == null ? " was removed." : " was saved."),
                environments.check(access.project(), environment.key()));
        return "redirect:" + view.address(access, key) + "/secrets";
    }

    private String holder(Access access, String key) {
        return Environments.secretHolder(view.find(access, key).key());
    }

    private static void requireInstanceAdmin(Access access) {
        if (!access.instanceAdmin()) {
            throw SecurityProblem.NOT_ALLOWED.because("Only an instance administrator opens or closes addresses.");
        }
    }
}
