package dev.interlock.web.services;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.InterfaceUses;
import dev.interlock.testcase.RankedChange;
import dev.interlock.testcase.RankedChange.Use;
import dev.interlock.web.shell.Crumb;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What each revision of a service's interface changed, and who uses what changed. */
@Controller
class ServiceChangePages {
    private static final int MOST_SHOWN = 200;

    private final Services services;
    private final Interfaces interfaces;
    private final InterfaceUses uses;

    ServiceChangePages(Services services, Interfaces interfaces, InterfaceUses uses) {
        this.services = services;
        this.interfaces = interfaces;
        this.uses = uses;
    }

    /**
     * The changes of one closeness.
     *
     * @param total how many there are; {@code changes} shows the first of them
     */
    public record Group(Use use, int total, List<RankedChange> changes) {
        public String title() {
            return switch (use) {
                case ASSERTED -> "Checked, read or sent by a test";
                case TESTED -> "In an operation a test calls";
                case ON_PATH -> "In an operation on a path";
                case UNUSED -> "Used by nobody known";
            };
        }
    }

    @GetMapping("/p/{project}/services/{service}/changes")
    @Allow(Role.VIEWER)
    String changes(
            Access access,
            @PathVariable("service") String key,
            @RequestParam(required = false) @Nullable Long revision,
            Model model) {
        var service = services.find(access.project(), ServiceKey.of(key))
                .orElseThrow(() -> CatalogProblem.SERVICE_IS_UNKNOWN.because("There is no service \"" + key + "\"."));
        var revisions = interfaces.revisions(access.project(), service.key());
        var shown = chosen(revisions, revision);
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("service", service);
        model.addAttribute("tab", "changes");
        model.addAttribute(
                "revision", interfaces.current(access.project(), service.key()).orElse(null));
        model.addAttribute("revisions", revisions);
        model.addAttribute("shown", shown.orElse(null));
        model.addAttribute(
                "groups", shown.map(one -> groups(access, service.key(), one)).orElse(List.of()));
        model.addAttribute("crumbs", List.of(new Crumb("Services", "/p/" + access.projectKey() + "/services")));
        return "services/changes";
    }

    private static Optional<InterfaceRevision> chosen(List<InterfaceRevision> revisions, @Nullable Long id) {
        return revisions.stream().filter(one -> id == null || one.id() == id).findFirst();
    }

    private List<Group> groups(Access access, ServiceKey service, InterfaceRevision revision) {
        var ranked = uses.rank(access.project(), service, interfaces.changes(access.project(), revision.id()));
        return Arrays.stream(Use.values())
                .map(use -> group(use, ranked))
                .filter(group -> group.total() > 0)
                .toList();
    }

    private static Group group(Use use, List<RankedChange> all) {
        var mine = all.stream().filter(change -> change.use() == use).toList();
        return new Group(use, mine.size(), mine.stream().limit(MOST_SHOWN).toList());
    }
}
