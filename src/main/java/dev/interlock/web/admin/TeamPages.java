package dev.interlock.web.admin;

import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Members;
import dev.interlock.security.Role;
import dev.interlock.security.Team;
import dev.interlock.security.Teams;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Teams of a project: people with channels. */
@Controller
@RequestMapping("/p/{project}/teams")
class TeamPages {
    private final Teams teams;
    private final Members members;

    TeamPages(Teams teams, Members members) {
        this.teams = teams;
        this.members = members;
    }

    @GetMapping
    @Allow(Role.VIEWER)
    String page(Access access, Model model) {
        model.addAttribute("access", access).addAttribute("mayChange", access.allows(Role.ADMIN));
        model.addAttribute("teams", teams.all(access.project()));
        model.addAttribute("members", members.all(access.project()));
        return "admin/teams";
    }

    @PostMapping
    @Allow(Role.ADMIN)
    String put(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false, defaultValue = "") List<Long> people,
            @RequestParam(defaultValue = "") String emails,
            Access access,
            HttpServletResponse response,
            Model model) {
        var channels = emails.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Team.Channel(kind(line), line))
                .toList();
        var draft = new Teams.TeamDraft(key.isBlank() ? Keys.propose(name) : key, name, channels, people);
        var seen = version == null ? IfMatch.none() : IfMatch.version(version);
        return Kept.or(
                () -> teams.put(access.project(), draft, seen, access.actor()),
                back(access),
                () -> page(access, model),
                response,
                model);
    }

    @PostMapping("/{key}/delete")
    @Allow(Role.ADMIN)
    String delete(@PathVariable String key, Access access, HttpServletResponse response, Model model) {
        return Kept.or(
                () -> teams.delete(access.project(), key, IfMatch.any(), access.actor()),
                back(access),
                () -> page(access, model),
                response,
                model);
    }

    private static Team.Kind kind(String address) {
        return address.startsWith("http")
                ? Team.Kind.WEBHOOK
                : address.contains("@") ? Team.Kind.EMAIL : Team.Kind.CHAT;
    }

    private static String back(Access access) {
        return "redirect:/p/" + access.projectKey() + "/teams";
    }
}
