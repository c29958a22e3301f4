package dev.interlock.web.runs;

import dev.interlock.execution.Attempt;
import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.TraceSpans;
import dev.interlock.history.TestHistory;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Crumb;
import dev.interlock.web.traces.TraceRow;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One item of a run: its steps, and of one step what was expected, what came, request and response. */
@Controller
class RunItemPages {
    private static final int STRIP = 20;

    private final RunReader reader;
    private final RunItems items;
    private final TestHistory history;
    private final TraceSpans spans;

    RunItemPages(RunReader reader, RunItems items, TestHistory history, TraceSpans spans) {
        this.reader = reader;
        this.items = items;
        this.history = history;
        this.spans = spans;
    }

    @GetMapping("/p/{project}/runs/{run}/items/{seq}")
    @Allow(Role.VIEWER)
    String item(
            Access access,
            @PathVariable String run,
            @PathVariable int seq,
            @RequestParam(required = false) @Nullable Integer attempt,
            @RequestParam(required = false) @Nullable Integer step,
            Model model) {
        var found = reader.find(access, run);
        var detail = items.item(access.project(), found.id(), seq)
                .orElseThrow(() ->
                        RunProblem.ITEM_IS_UNKNOWN.because("There is no item " + seq + " in " + found.key() + "."));
        reader.fill(model, access, found, "results");
        fill(model, access, found, detail);
        var view = ItemView.of(detail, attempt, step, RunReader.base(access, found) + "/items/" + seq);
        model.addAttribute("view", view);
        model.addAttribute("deepest", deepest(access, view.attempt()));
        return "runs/item";
    }

    private @Nullable TraceRow deepest(Access access, @Nullable Attempt attempt) {
        return attempt == null
                ? null
                : TraceRow.deepestFailing(TraceRow.of(spans.of(access.project(), attempt.traceId())))
                        .orElse(null);
    }

    private void fill(Model model, Access access, Run run, ItemDetail detail) {
        var past = history.last(access.project(), detail.item().testKey(), STRIP);
        var statuses = past.stream()
                .map(one -> one.flaky() ? Status.FLAKY : Status.named(one.outcome()))
                .toList();
        model.addAttribute("detail", detail);
        model.addAttribute("item", detail.item());
        model.addAttribute("strip", Strip.of(statuses, STRIP));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Runs", "/p/" + access.projectKey() + "/runs"),
                        new Crumb(run.key(), RunReader.base(access, run)),
                        new Crumb("Results", RunReader.base(access, run) + "/results")));
    }
}
