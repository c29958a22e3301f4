package dev.interlock.web.runs;

import dev.interlock.execution.ManualVerdict;
import dev.interlock.execution.Rerun;
import dev.interlock.execution.RunReports;
import dev.interlock.execution.Runs;
import dev.interlock.history.Outcome;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person can do to a run. */
@Controller
class RunActions {
    private final RunReader reader;
    private final Runs runs;
    private final RunReports reports;

    RunActions(RunReader reader, Runs runs, RunReports reports) {
        this.reader = reader;
        this.runs = runs;
        this.reports = reports;
    }

    @PostMapping("/p/{project}/runs/{run}/cancel")
    @Allow(Role.TESTER)
    String cancel(Access access, @PathVariable String run) {
        var found = reader.find(access, run);
        runs.cancel(access.project(), found.id(), access.actor());
        return "redirect:" + RunReader.base(access, found);
    }

    @PostMapping("/p/{project}/runs/{run}/rerun")
    @Allow(Role.TESTER)
    String rerun(Access access, @PathVariable String run, @RequestParam Rerun only) {
        var found = reader.find(access, run);
        var next = runs.rerun(access.project(), found.id(), only, access.actor());
        return "redirect:" + RunReader.base(access, next);
    }

    @PostMapping("/p/{project}/runs/{run}/items/{seq}/verdict")
    @Allow(Role.TESTER)
    String verdict(
            Access access,
            @PathVariable String run,
            @PathVariable int seq,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") List<Outcome> step,
            HttpServletRequest request) {
        var found = reader.find(access, run);
        var said = request.getParameterValues("remark");
        var remark = said == null ? List.<String>of() : List.of(said);
        runs.recordVerdict(
                access.project(),
                found.id(),
                seq,
                new ManualVerdict(outcome, steps(step, remark), note),
                access.actor());
        return "redirect:" + RunReader.base(access, found) + "/items/" + seq;
    }

    @GetMapping("/p/{project}/runs/{run}/junit.xml")
    @Allow(Role.VIEWER)
    void junit(Access access, @PathVariable String run, HttpServletResponse response) throws IOException {
        var found = reader.find(access, run);
        response.setContentType("application/xml;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.key() + ".xml\"");
        reports.junitXml(access.project(), found.id(), response.getWriter());
    }

    @GetMapping("/p/{project}/runs/{run}/results.csv")
    @Allow(Role.VIEWER)
    void csv(Access access, @PathVariable String run, HttpServletResponse response) throws IOException {
        var found = reader.find(access, run);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.key() + ".csv\"");
        reports.csv(access.project(), found.id(), response.getWriter());
    }

    private static List<ManualVerdict.StepVerdict> steps(List<Outcome> outcomes, List<String> remarks) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> new ManualVerdict.StepVerdict(outcomes.get(i), i < remarks.size() ? remarks.get(i) : ""))
                .toList();
    }
}
