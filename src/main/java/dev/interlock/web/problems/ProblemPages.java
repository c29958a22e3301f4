package dev.interlock.web.problems;

import dev.interlock.history.Classification;
import dev.interlock.history.ProblemEdit;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Crumb;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open problems of a project, and one of them with what people know about it. */
@Controller
class ProblemPages {
    private static final int PAGE = 50;

    private final Problems problems;

    ProblemPages(Problems problems) {
        this.problems = problems;
    }

    @GetMapping("/p/{project}/problems")
    @Allow(Role.VIEWER)
    String list(Access access, @RequestParam(required = false) @Nullable String after, Model model) {
        var slice = problems.open(access.project(), after, PAGE);
        var address = "/p/" + access.projectKey() + "/problems";
        model.addAttribute("access", access);
        model.addAttribute("problems", ProblemCard.of(slice.items(), access));
        model.addAttribute("first", after == null ? null : address);
        model.addAttribute("next", slice.next() == null ? null : address + "?after=" + slice.next());
        return "problems/list";
    }

    @GetMapping("/p/{project}/problems/{id}")
    @Allow(Role.VIEWER)
    String one(Access access, @PathVariable long id, Model model) {
        fill(access, find(access, id), model);
        return "problems/detail";
    }

    @PostMapping("/p/{project}/problems/{id}")
    @Allow(Role.TESTER)
    String edit(
            Access access,
            @PathVariable long id,
            @RequestParam Classification classification,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String link,
            @RequestParam boolean open,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    problems.edit(
                            access.project(),
                            id,
                            new ProblemEdit(classification, note, link, open),
                            IfMatch.version(version),
                            access.actor());
                    return "redirect:/p/" + access.projectKey() + "/problems/" + id;
                },
                () -> {
                    fill(access, find(access, id), model);
                    return "problems/detail";
                });
    }

    private ProblemGroup find(Access access, long id) {
        return problems.find(access.project(), id)
                .orElseThrow(
                        () -> Missing.PROBLEM_IS_UNKNOWN.because("There is no problem " + id + " in this project."));
    }

    private static void fill(Access access, ProblemGroup group, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("card", ProblemCard.of(group, access));
        model.addAttribute("group", group);
        model.addAttribute("classifications", Classification.values());
        model.addAttribute("crumbs", List.of(new Crumb("Problems", "/p/" + access.projectKey() + "/problems")));
    }

    private enum Missing implements ProblemType {
        PROBLEM_IS_UNKNOWN;

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String next() {
            return "Look it up in the list of problems.";
        }
    }
}
