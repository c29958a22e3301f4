package dev.interlock.web.runs;

import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunEvent;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunReports;
import dev.interlock.history.Problems;
import dev.interlock.platform.FilterQuery;
import dev.interlock.security.Access;
import dev.interlock.web.problems.ProblemCard;
import dev.interlock.web.shell.Shell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders the parts of a run's page that some news changed. */
@Component
class RunFragments {
    private static final int ROWS = 100;

    private final RunReader reader;
    private final RunItems items;
    private final RunReports reports;
    private final Problems problems;
    private final ITemplateEngine templates;

    RunFragments(RunReader reader, RunItems items, RunReports reports, Problems problems, ITemplateEngine templates) {
        this.reader = reader;
        this.items = items;
        this.reports = reports;
        this.problems = problems;
        this.templates = templates;
    }

    /**
     * For whom the parts are rendered.
     *
     * @param csrf token for the forms in them
     */
    record Frame(Access access, Shell shell, String csrf) {}

    /** The parts some news changed: rows of items, or all that can change when the run itself began or ended. */
    String render(Frame frame, String key, List<RunEvent> news) {
        var access = frame.access();
        var run = reader.find(access, key);
        var whole = news.stream().anyMatch(event -> event.item() == null);
        var context = new Context(Locale.ENGLISH);
        context.setVariable("access", access);
        context.setVariable("shell", frame.shell());
        context.setVariable("_csrf", Map.of("token", frame.csrf()));
        context.setVariable("run", run);
        var head = reader.head(run);
        context.setVariable("head", head);
        context.setVariable("favicon", RunReader.favicon(head));
        context.setVariable("tab", "problems");
        context.setVariable("whole", whole);
        context.setVariable("base", RunReader.base(access, run));
        context.setVariable("items", whole ? first(access, run) : changed(access, run, news));
        context.setVariable("problems", ProblemCard.of(problems.ofRun(access.project(), run.id()), access));
        if (run.state().isOver()) {
            context.setVariable("gate", reports.gate(access.project(), run.id()));
            context.setVariable(
                    "baseline", reports.baseline(access.project(), run.id()).orElse(null));
        }
        return templates.process("runs/live", context);
    }

    private List<ItemSummary> changed(Access access, Run run, List<RunEvent> news) {
        var touched = news.stream().map(RunEvent::item).filter(Objects::nonNull).collect(Collectors.toSet());
        return first(access, run).stream()
                .filter(item -> touched.contains(item.seq()))
                .toList();
    }

    private List<ItemSummary> first(Access access, Run run) {
        return items.list(access.project(), run.id(), FilterQuery.parse("", Set.of()), null, ROWS)
                .items();
    }
}
