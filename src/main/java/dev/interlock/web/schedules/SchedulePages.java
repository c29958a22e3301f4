package dev.interlock.web.schedules;

import dev.interlock.plan.PlanKey;
import dev.interlock.plan.Plans;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.platform.Problem;
import dev.interlock.schedule.Missed;
import dev.interlock.schedule.Overlap;
import dev.interlock.schedule.Schedule;
import dev.interlock.schedule.ScheduleDraft;
import dev.interlock.schedule.ScheduleKey;
import dev.interlock.schedule.Schedules;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
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

/** Timetables that start plans; the editor shows the next five fire times as the scheduler itself works them out. */
@Controller
class SchedulePages {
    private static final int SHOWN = 5;

    private final Schedules schedules;
    private final Plans plans;

    SchedulePages(Schedules schedules, Plans plans) {
        this.schedules = schedules;
        this.plans = plans;
    }

    /** What the editor says. */
    record ScheduleForm(
            @Nullable String key,
            @Nullable String plan,
            @Nullable String cron,
            @Nullable String zone,
            @Nullable Overlap overlap,
            @Nullable Missed missed,
            @Nullable Boolean enabled,
            @Nullable Long version) {

        static ScheduleForm of(Schedule one) {
            return new ScheduleForm(
                    one.key().value(),
                    one.plan().value(),
                    one.cron(),
                    one.zone().getId(),
                    one.overlap(),
                    one.missed(),
                    one.enabled(),
                    one.version());
        }

        public String cronText() {
            return cron == null || cron.isBlank() ? "0 2 * * *" : cron.strip();
        }

        public String zoneText() {
            return zone == null || zone.isBlank() ? "UTC" : zone.strip();
        }

        ScheduleKey keyOrProposal() {
            return new ScheduleKey(key == null || key.isBlank() ? Keys.propose(String.valueOf(plan)) : key.strip());
        }

        ScheduleDraft draft() {
            return new ScheduleDraft(
                    new PlanKey(Objects.requireNonNullElse(plan, "")),
                    cronText(),
                    zoneText(),
                    Objects.requireNonNullElse(overlap, Overlap.SKIP),
                    Objects.requireNonNullElse(missed, Missed.RUN_ONCE),
                    Boolean.TRUE.equals(enabled));
        }
    }

    @GetMapping("/p/{project}/schedules")
    @Allow(Role.VIEWER)
    String list(Access access, Model model) {
        common(access, model);
        model.addAttribute("schedules", schedules.all(access.project()));
        return "schedules/list";
    }

    @GetMapping("/p/{project}/schedules/new")
    @Allow(Role.MANAGER)
    String add(Access access, @RequestParam(required = false) @Nullable String plan, Model model) {
        var form = new ScheduleForm("", plan, "", "UTC", Overlap.SKIP, Missed.RUN_ONCE, true, null);
        return edit(access, form, null, model);
    }

    @PostMapping("/p/{project}/schedules/new")
    @Allow(Role.MANAGER)
    String create(
            Access access, ScheduleForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> save(access, form.keyOrProposal(), form, flash),
                () -> edit(access, form, null, model));
    }

    @GetMapping("/p/{project}/schedules/{schedule}")
    @Allow(Role.VIEWER)
    String schedule(Access access, @PathVariable("schedule") String key, Model model) {
        var one = find(access, key);
        model.addAttribute("fired", schedules.fired(access.project(), one.key()));
        return edit(access, ScheduleForm.of(one), one, model);
    }

    @PostMapping("/p/{project}/schedules/{schedule}")
    @Allow(Role.MANAGER)
    String change(
            Access access,
            @PathVariable("schedule") String key,
            ScheduleForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var one = find(access, key);
        return Refusals.attempt(
                model, response, () -> save(access, one.key(), form, flash), () -> edit(access, form, one, model));
    }

    /** The next fire times while somebody types. */
    @GetMapping("/p/{project}/schedules/next")
    @Allow(Role.VIEWER)
    String next(Access access, ScheduleForm form, Model model) {
        fireTimes(form, model);
        return "schedules/edit :: next";
    }

    @PostMapping("/p/{project}/schedules/{schedule}/delete")
    @Allow(Role.MANAGER)
    String delete(
            Access access, @PathVariable("schedule") String key, @RequestParam long version, RedirectAttributes flash) {
        schedules.delete(access.project(), new ScheduleKey(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The schedule " + key + " was deleted; its runs stay.");
        return "redirect:/p/" + access.projectKey() + "/schedules";
    }

    private String save(Access access, ScheduleKey key, ScheduleForm form, RedirectAttributes flash) {
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        var saved = schedules.put(access.project(), key, form.draft(), match, access.actor());
        flash.addFlashAttribute("notice", "The schedule " + saved.key() + " was saved.");
        return "redirect:/p/" + access.projectKey() + "/schedules";
    }

    private String edit(Access access, ScheduleForm form, @Nullable Schedule schedule, Model model) {
        common(access, model);
        model.addAttribute("form", form);
        model.addAttribute("schedule", schedule);
        model.addAttribute("plans", plans.all(access.project()));
        fireTimes(form, model);
        return "schedules/edit";
    }

    private void fireTimes(ScheduleForm form, Model model) {
        try {
            model.addAttribute("times", schedules.next(form.cronText(), form.zoneText(), SHOWN));
        } catch (Problem refused) {
            model.addAttribute("times", List.<ZonedDateTime>of());
            model.addAttribute("refused", refused.detail());
        }
    }

    private static void common(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
    }

    private Schedule find(Access access, String key) {
        return schedules
                .find(access.project(), new ScheduleKey(key))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no schedule " + key + "."));
    }
}
