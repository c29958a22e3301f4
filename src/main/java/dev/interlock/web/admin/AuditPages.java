package dev.interlock.web.admin;

import dev.interlock.platform.FilterQuery;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what in a project, newest first. */
@Controller
class AuditPages {
    private static final int PAGE = 50;

    private final AuditLog audit;

    AuditPages(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping("/p/{project}/audit")
    @Allow(Role.ADMIN)
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Access access,
            Model model) {
        var filter = FilterQuery.parse(q, AuditLog.FIELDS);
        var entries = audit.list(access.project(), filter, after, PAGE);
        var address = "/p/" + access.projectKey() + "/audit";
        model.addAttribute("address", address).addAttribute("q", q);
        model.addAttribute("entries", entries.items()).addAttribute("unknown", filter.unknown());
        model.addAttribute("first", after == null ? null : link(address, q, null));
        model.addAttribute("next", entries.next() == null ? null : link(address, q, entries.next()));
        return "admin/audit";
    }

    private static String link(String address, String q, @Nullable String after) {
        var link = UriComponentsBuilder.fromPath(address);
        if (!q.isEmpty()) {
            link.queryParam("q", q);
        }
        if (after != null) {
            link.queryParam("after", after);
        }
        return link.build().encode().toUriString();
    }
}
