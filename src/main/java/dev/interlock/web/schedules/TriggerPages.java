package dev.interlock.web.schedules;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Plans;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.TriggerDraft;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What starts a run when something happens, and what became of the last news. */
@Controller
class TriggerPages {
    private final Triggers triggers;
    private final Plans plans;
    private final Services services;
    private final Environments environments;

    TriggerPages(Triggers triggers, Plans plans, Services services, Environments environments) {
        this.triggers = triggers;
        this.plans = plans;
        this.services = services;
        this.environments = environments;
    }

    /** What the editor says; empty texts mean "any". */
    record TriggerForm(
            @Nullable String key,
            @Nullable TriggerEvent event,
            @Nullable List<String> services,
            @Nullable String from,
            @Nullable String branch,
            @Nullable Boolean breakingOnly,
            @Nullable Boolean failedOnly,
            @Nullable String plan,
            @Nullable String environment,
            @Nullable Long debounce,
            @Nullable Overlap overlap,
            @Nullable Boolean enabled,
            @Nullable Long version) {

        static TriggerForm fresh() {
            return new TriggerForm(
                    "", TriggerEvent.DEPLOYED, List.of(), "", "", false, false, "", "", 1L, Overlap.QUEUE, true, null);
        }

        static TriggerForm of(Trigger one) {
            var draft = one.draft();
            return new TriggerForm(
                    one.key().value(),
                    draft.event(),
                    draft.filter().services().stream().map(ServiceKey::value).toList(),
                    draft.filter().environment(),
                    draft.filter().branch(),
                    draft.filter().breakingOnly(),
                    draft.filter().failedOnly(),
                    Objects.toString(draft.plan(), ""),
                    Objects.toString(draft.environment(), ""),
                    draft.debounce().toSeconds(),
                    draft.overlap(),
                    draft.enabled(),
                    one.version());
        }

        public List<String> chosen() {
            return Objects.requireNonNullElse(services, List.of());
        }

        TriggerKey keyOrProposal() {
            var proposal = "on-" + eventOrDefault().name().replace('_', '-');
            return new TriggerKey(key == null || key.isBlank() ? Keys.propose(proposal) : key.strip());
        }

        TriggerDraft draft() {
            var filter = new TriggerFilter(
                    chosen().stream().map(ServiceKey::new).toList(),
                    text(from),
                    text(branch),
                    Boolean.TRUE.equals(breakingOnly),
                    Boolean.TRUE.equals(failedOnly));
            return new TriggerDraft(
                    eventOrDefault(),
                    filter,
                    text(plan).isEmpty() ? null : new PlanKey(text(plan)),
                    text(environment).isEmpty() ? null : new EnvironmentKey(text(environment)),
                    Duration.ofSeconds(Objects.requireNonNullElse(debounce, 1L)),
                    Objects.requireNonNullElse(overlap, Overlap.QUEUE),
                    Boolean.TRUE.equals(enabled));
        }

        private TriggerEvent eventOrDefault() {
            return Objects.requireNonNullElse(event, TriggerEvent.DEPLOYED);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @GetMapping("/p/{project}/triggers")
    @Allow(Role.VIEWER)
    String list(Access access, Model model) {
        common(access, model);
        model.addAttribute("triggers", triggers.all(access.project()));
        model.addAttribute("firings", triggers.firings(access.project()));
        return "schedules/triggers";
    }

    @GetMapping("/p/{project}/triggers/new")
    @Allow(Role.MANAGER)
    String add(Access access, Model model) {
        return edit(access, TriggerForm.fresh(), null, model);
    }

    @PostMapping("/p/{project}/triggers/new")
    @Allow(Role.MANAGER)
    String create(
            Access access, TriggerForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> save(access, form.keyOrProposal(), form, flash),
                () -> edit(access, form, null, model));
    }

    @GetMapping("/p/{project}/triggers/{trigger}")
    @Allow(Role.VIEWER)
    String trigger(Access access, @PathVariable("trigger") String key, Model model) {
        var one = find(access, key);
        return edit(access, TriggerForm.of(one), one, model);
    }

    @PostMapping("/p/{project}/triggers/{trigger}")
    @Allow(Role.MANAGER)
    String change(
            Access access,
            @PathVariable("trigger") String key,
            TriggerForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var one = find(access, key);
        return Refusals.attempt(
                model, response, () -> save(access, one.key(), form, flash), () -> edit(access, form, one, model));
    }

    /** Makes a new secret and shows it this once. */
    @PostMapping("/p/{project}/triggers/{trigger}/secret")
    @Allow(Role.ADMIN)
    String renewSecret(Access access, @PathVariable("trigger") String key, Model model) {
        var one = find(access, key);
        model.addAttribute("secret", triggers.renewSecret(access.project(), one.key(), access.actor()));
        return edit(access, TriggerForm.of(one), one, model);
    }

    @PostMapping("/p/{project}/triggers/{trigger}/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access, @PathVariable("trigger") String key, @RequestParam long version, RedirectAttributes flash) {
        triggers.delete(access.project(), new TriggerKey(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The trigger " + key + " was deleted; its runs stay.");
        return "redirect:/p/" + access.projectKey() + "/triggers";
    }

    private String save(Access access, TriggerKey key, TriggerForm form, RedirectAttributes flash) {
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        var saved = triggers.put(access.project(), key, form.draft(), match, access.actor());
        flash.addFlashAttribute("notice", "The trigger " + saved.key() + " was saved.");
        var base = "redirect:/p/" + access.projectKey() + "/triggers";
        return saved.draft().event() == TriggerEvent.WEBHOOK ? base + "/" + saved.key() : base;
    }

    private String edit(Access access, TriggerForm form, @Nullable Trigger trigger, Model model) {
        common(access, model);
        model.addAttribute("form", form);
        model.addAttribute("trigger", trigger);
        model.addAttribute("events", TriggerEvent.values());
        model.addAttribute("plans", plans.all(access.project()));
        model.addAttribute("services", services.all(access.project()));
        model.addAttribute("environments", environments.all(access.project()));
        model.addAttribute(
                "firings",
                Optional.ofNullable(trigger)
                        .map(one -> triggers.firings(access.project(), one.key()))
                        .orElse(List.of()));
        return "schedules/trigger";
    }

    private static void common(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
    }

    private Trigger find(Access access, String key) {
        return triggers.find(access.project(), new TriggerKey(key))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no trigger " + key + "."));
    }
}
