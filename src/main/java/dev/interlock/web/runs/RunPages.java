package dev.interlock.web.runs;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunReports;
import dev.interlock.history.Problems;
import dev.interlock.platform.FilterQuery;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.problems.ProblemCard;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.view.Facet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A run: its problems while it goes on and afterwards, and all its results. */
@Controller
class RunPages {
    private static final int PAGE = 100;

    private final RunReader reader;
    private final RunItems items;
    private final RunReports reports;
    private final Problems problems;

    RunPages(RunReader reader, RunItems items, RunReports reports, Problems problems) {
        this.reader = reader;
        this.items = items;
        this.reports = reports;
        this.problems = problems;
    }

    @GetMapping("/p/{project}/runs/{run}")
    @Allow(Role.VIEWER)
    String problems(Access access, @PathVariable String run, Model model) {
        var found = reader.find(access, run);
        reader.fill(model, access, found, "problems");
        model.addAttribute("problems", ProblemCard.of(problems.ofRun(access.project(), found.id()), access));
        model.addAttribute(
                "items",
                items.list(access.project(), found.id(), none(), null, PAGE).items());
        judge(model, access, found);
        return "runs/detail";
    }

    @GetMapping("/p/{project}/runs/{run}/results")
    @Allow(Role.VIEWER)
    String results(
            Access access,
            @PathVariable String run,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var found = reader.find(access, run);
        var address = ListAddress.of(RunReader.base(access, found) + "/results", q, null, "seq");
        var filter = FilterQuery.parse(address.q(), RunItems.FIELDS);
        var slice = items.list(access.project(), found.id(), filter, after, PAGE);
        reader.fill(model, access, found, "results");
        model.addAttribute("list", address);
        model.addAttribute("unknown", filter.unknown());
        model.addAttribute("items", slice.items());
        model.addAttribute("first", after == null ? null : address.first());
        model.addAttribute("next", slice.next() == null ? null : address.after(slice.next()));
        model.addAttribute("facets", List.of(outcomes(address)));
        return "runs/results";
    }

    private void judge(Model model, Access access, Run run) {
        if (run.state().isOver()) {
            model.addAttribute("gate", reports.gate(access.project(), run.id()));
            model.addAttribute(
                    "baseline", reports.baseline(access.project(), run.id()).orElse(null));
        }
    }

    private static FilterQuery none() {
        return FilterQuery.parse("", Set.of());
    }

    private static Facet outcomes(ListAddress address) {
        return new Facet(
                "Result",
                Stream.of("Failed", "Broken", "Blocked", "Skipped", "Cancelled", "Passed")
                        .map(word -> address.choice(word, "outcome", word.toLowerCase(Locale.ROOT), -1))
                        .toList());
    }
}
