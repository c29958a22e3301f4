package dev.interlock.web.traces;

import dev.interlock.execution.TraceSpans;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The spans of one trace that a run began. */
@Controller
class TracePages {
    private final TraceSpans spans;

    TracePages(TraceSpans spans) {
        this.spans = spans;
    }

    @GetMapping("/p/{project}/traces/{trace}")
    @Allow(Role.VIEWER)
    String show(Access access, @PathVariable String trace, Model model) {
        var rows = TraceRow.of(spans.of(access.project(), trace));
        model.addAttribute("access", access);
        model.addAttribute("trace", trace);
        model.addAttribute("rows", rows);
        model.addAttribute("deepest", TraceRow.deepestFailing(rows).orElse(null));
        return "runs/trace";
    }
}
