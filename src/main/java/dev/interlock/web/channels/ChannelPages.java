package dev.interlock.web.channels;

import dev.interlock.catalog.Services;
import dev.interlock.history.Purpose;
import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.ChannelKind;
import dev.interlock.notify.Notifications;
import dev.interlock.platform.IfMatch;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Teams;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
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

/** Where people are told of runs and problems, and what was sent. */
@Controller
class ChannelPages {
    private final Notifications notifications;
    private final Services services;
    private final Teams teams;

    ChannelPages(Notifications notifications, Services services, Teams teams) {
        this.notifications = notifications;
        this.services = services;
        this.teams = teams;
    }

    @GetMapping("/p/{project}/channels")
    @Allow(Role.VIEWER)
    String list(Access access, Model model) {
        common(access, model);
        model.addAttribute("channels", notifications.all(access.project()));
        model.addAttribute("deliveries", notifications.deliveries(access.project()));
        return "channels/list";
    }

    @GetMapping("/p/{project}/channels/new")
    @Allow(Role.ADMIN)
    String add(Access access, Model model) {
        return edit(access, ChannelForm.fresh(), null, model);
    }

    @PostMapping("/p/{project}/channels/new")
    @Allow(Role.ADMIN)
    String create(
            Access access, ChannelForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> save(access, form.keyOrProposal(), form, flash),
                () -> edit(access, form, null, model));
    }

    @GetMapping("/p/{project}/channels/{channel}")
    @Allow(Role.VIEWER)
    String channel(Access access, @PathVariable("channel") String key, Model model) {
        var one = find(access, key);
        return edit(access, ChannelForm.of(one), one, model);
    }

    @PostMapping("/p/{project}/channels/{channel}")
    @Allow(Role.ADMIN)
    String change(
            Access access,
            @PathVariable("channel") String key,
            ChannelForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var one = find(access, key);
        return Refusals.attempt(
                model, response, () -> save(access, one.key(), form, flash), () -> edit(access, form, one, model));
    }

    /** Makes a new secret and shows it this once. */
    @PostMapping("/p/{project}/channels/{channel}/secret")
    @Allow(Role.ADMIN)
    String renewSecret(Access access, @PathVariable("channel") String key, Model model) {
        var one = find(access, key);
        model.addAttribute("secret", notifications.renewSecret(access.project(), one.key(), access.actor()));
        return edit(access, ChannelForm.of(one), one, model);
    }

    @PostMapping("/p/{project}/channels/{channel}/test")
    @Allow(Role.ADMIN)
    String test(Access access, @PathVariable("channel") String key, RedirectAttributes flash) {
        notifications.test(access.project(), find(access, key).key(), access.actor());
        flash.addFlashAttribute("notice", "A test message is on its way; the list below tells what became of it.");
        return "redirect:/p/" + access.projectKey() + "/channels";
    }

    @PostMapping("/p/{project}/channels/{channel}/delete")
    @Allow(Role.ADMIN)
    String delete(
            Access access, @PathVariable("channel") String key, @RequestParam long version, RedirectAttributes flash) {
        notifications.delete(access.project(), new ChannelKey(key), IfMatch.version(version), access.actor());
        flash.addFlashAttribute("notice", "The channel " + key + " was deleted.");
        return "redirect:/p/" + access.projectKey() + "/channels";
    }

    private String save(Access access, ChannelKey key, ChannelForm form, RedirectAttributes flash) {
        var match = form.version() == null ? IfMatch.none() : IfMatch.version(form.version());
        var saved = notifications.put(access.project(), key, form.draft(), match, access.actor());
        flash.addFlashAttribute("notice", "The channel " + saved.key() + " was saved.");
        return "redirect:/p/" + access.projectKey() + "/channels/" + saved.key();
    }

    private String edit(Access access, ChannelForm form, @Nullable Channel channel, Model model) {
        common(access, model);
        model.addAttribute("form", form);
        model.addAttribute("channel", channel);
        model.addAttribute("kinds", ChannelKind.values());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("services", services.all(access.project()));
        model.addAttribute("teams", teams.all(access.project()));
        return "channels/edit";
    }

    private static void common(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
    }

    private Channel find(Access access, String key) {
        return notifications
                .find(access.project(), new ChannelKey(key))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no channel " + key + "."));
    }
}
