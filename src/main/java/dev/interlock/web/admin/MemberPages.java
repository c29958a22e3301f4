package dev.interlock.web.admin;

import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Invitations;
import dev.interlock.security.Members;
import dev.interlock.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Members of a project and invitations to it. */
@Controller
@RequestMapping("/p/{project}/members")
class MemberPages {
    private final Members members;
    private final Invitations invitations;

    MemberPages(Members members, Invitations invitations) {
        this.members = members;
        this.invitations = invitations;
    }

    @GetMapping
    @Allow(Role.VIEWER)
    String page(Access access, Model model) {
        var mayChange = access.allows(Role.ADMIN);
        model.addAttribute("access", access).addAttribute("mayChange", mayChange);
        model.addAttribute("roles", Role.values());
        model.addAttribute("members", members.all(access.project()));
        model.addAttribute("invitations", mayChange ? invitations.open(access.project()) : java.util.List.of());
        return "admin/members";
    }

    @PostMapping("/invite")
    @Allow(Role.ADMIN)
    String invite(
            @RequestParam Role role,
            @RequestParam(defaultValue = "7") long days,
            Access access,
            HttpServletResponse response,
            Model model) {
        Runnable invite = () -> {
            var made = invitations.invite(access.project(), role, Duration.ofDays(days), access.actor());
            model.addAttribute("link", address("/invitations/" + made.secret()));
        };
        Kept.or(invite, "", () -> "", response, model);
        return page(access, model);
    }

    @PostMapping("/{person}/role")
    @Allow(Role.ADMIN)
    String change(
            @PathVariable long person,
            @RequestParam Role role,
            Access access,
            HttpServletResponse response,
            Model model) {
        return Kept.or(
                () -> members.put(access.project(), person, role, access.actor()),
                back(access),
                () -> page(access, model),
                response,
                model);
    }

    @PostMapping("/{person}/remove")
    @Allow(Role.ADMIN)
    String remove(@PathVariable long person, Access access, HttpServletResponse response, Model model) {
        return Kept.or(
                () -> members.remove(access.project(), person, access.actor()),
                back(access),
                () -> page(access, model),
                response,
                model);
    }

    @PostMapping("/invitations/{id}/withdraw")
    @Allow(Role.ADMIN)
    String withdraw(@PathVariable long id, Access access, HttpServletResponse response, Model model) {
        return Kept.or(
                () -> invitations.withdraw(access.project(), id, access.actor()),
                back(access),
                () -> page(access, model),
                response,
                model);
    }

    private static String back(Access access) {
        return "redirect:/p/" + access.projectKey() + "/members";
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .build()
                .toUriString();
    }
}
