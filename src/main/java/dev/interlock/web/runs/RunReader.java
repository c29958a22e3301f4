package dev.interlock.web.runs;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.Runs;
import dev.interlock.security.Access;
import dev.interlock.web.shell.Crumb;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Finds the run of an address and puts what all its pages need into the model. */
@Component
class RunReader {
    private final Runs runs;
    private final InstantSource clock;

    RunReader(Runs runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    Run find(Access access, String key) {
        return runs.find(access.project(), key)
                .orElseThrow(() -> RunProblem.RUN_IS_UNKNOWN.because("There is no run " + key + " in this project."));
    }

    RunHead head(Run run) {
        return RunHead.of(run, clock.instant());
    }

    void fill(Model model, Access access, Run run, String tab) {
        var head = head(run);
        model.addAttribute("access", access);
        model.addAttribute("head", head);
        model.addAttribute("run", run);
        model.addAttribute("tab", tab);
        model.addAttribute("base", base(access, run));
        model.addAttribute("favicon", favicon(head));
        model.addAttribute("crumbs", List.of(new Crumb("Runs", "/p/" + access.projectKey() + "/runs")));
    }

    static String base(Access access, Run run) {
        return "/p/" + access.projectKey() + "/runs/" + run.key();
    }

    static String favicon(RunHead head) {
        return switch (head.status()) {
            case PASSED -> "favicon-passed.svg";
            case FAILED, BROKEN -> "favicon-failed.svg";
            case RUNNING, QUEUED -> "favicon-running.svg";
            default -> "favicon.svg";
        };
    }
}
