package dev.interlock.api.runs;

import dev.interlock.execution.ManualVerdict;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunReports;
import dev.interlock.execution.Runs;
import dev.interlock.history.Outcome;
import dev.interlock.history.Problems;
import dev.interlock.plan.GateVerdict;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of runs: items, problems, gate, comparison, JUnit XML. */
@RestController
@RequestMapping("/api/v1/projects/{project}/runs")
class ResultEndpoints {
    private final Runs runs;
    private final RunItems items;
    private final RunReports reports;
    private final Problems problems;
    private final RunLookup lookup;

    ResultEndpoints(Runs runs, RunItems items, RunReports reports, Problems problems, RunLookup lookup) {
        this.runs = runs;
        this.items = items;
        this.reports = reports;
        this.problems = problems;
        this.lookup = lookup;
    }

    /** A person's verdict. */
    record VerdictWritten(
            @Nullable Outcome outcome,
            @Nullable List<ManualVerdict.StepVerdict> steps,
            @Nullable String note) {}

    @GetMapping("/{id}/results")
    @Allow(Role.VIEWER)
    Slice<ItemShown> results(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        var run = lookup.require(access, id);
        return items.list(access.project(), run.id(), FilterQuery.parse(q, RunItems.FIELDS), after, limit)
                .map(ItemShown::of);
    }

    @GetMapping("/{id}/items/{seq}")
    @Allow(Role.VIEWER)
    DetailShown item(@PathVariable String id, @PathVariable int seq, Access access) {
        var run = lookup.require(access, id);
        return items.item(access.project(), run.id(), seq)
                .map(DetailShown::of)
                .orElseThrow(() -> RunProblem.ITEM_IS_UNKNOWN.because(run.key() + " has no item " + seq + "."));
    }

    @PutMapping("/{id}/items/{seq}")
    @Allow(value = Role.TESTER, scope = Scope.RESULT_WRITE)
    ItemShown verdict(
            @PathVariable String id, @PathVariable int seq, @RequestBody VerdictWritten written, Access access) {
        if (written.outcome() == null) {
            throw RunProblem.VERDICT_IS_WRONG.because("The verdict names no outcome.");
        }
        var verdict = new ManualVerdict(
                written.outcome(),
                Objects.requireNonNullElse(written.steps(), List.of()),
                Objects.requireNonNullElse(written.note(), ""));
        var run = lookup.require(access, id);
        return ItemShown.of(runs.recordVerdict(access.project(), run.id(), seq, verdict, access.actor()));
    }

    @GetMapping("/{id}/problems")
    @Allow(Role.VIEWER)
    Slice<ProblemShown> problems(@PathVariable String id, Access access) {
        var run = lookup.require(access, id);
        return new Slice<>(
                problems.ofRun(access.project(), run.id()).stream()
                        .map(ProblemShown::of)
                        .toList(),
                null);
    }

    @GetMapping("/{id}/gate")
    @Allow(Role.VIEWER)
    GateVerdict gate(@PathVariable String id, Access access) {
        return reports.gate(access.project(), lookup.require(access, id).id());
    }

    @GetMapping("/{a}/compare/{b}")
    @Allow(Role.VIEWER)
    ComparisonShown compare(@PathVariable String a, @PathVariable String b, Access access) {
        return ComparisonShown.of(reports.compare(
                access.project(),
                lookup.require(access, a).id(),
                lookup.require(access, b).id()));
    }

    @GetMapping(path = "/{id}/junit.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @Allow(Role.VIEWER)
    void junitXml(@PathVariable String id, HttpServletResponse response, Access access) throws IOException {
        var run = lookup.require(access, id);
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reports.junitXml(access.project(), run.id(), response.getWriter());
    }

    @GetMapping(path = "/{id}/results.csv", produces = "text/csv")
    @Allow(Role.VIEWER)
    void csv(@PathVariable String id, HttpServletResponse response, Access access) throws IOException {
        var run = lookup.require(access, id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reports.csv(access.project(), run.id(), response.getWriter());
    }
}
