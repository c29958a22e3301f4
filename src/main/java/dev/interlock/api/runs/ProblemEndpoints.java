package dev.interlock.api.runs;

import dev.interlock.api.Answers;
import dev.interlock.history.Classification;
import dev.interlock.history.HistoryProblem;
import dev.interlock.history.ProblemEdit;
import dev.interlock.history.Problems;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Problems over all runs. */
@RestController
@RequestMapping("/api/v1/projects/{project}/problems")
class ProblemEndpoints {
    private final Problems problems;

    ProblemEndpoints(Problems problems) {
        this.problems = problems;
    }

    /** What is written of a problem; what is left out stays as it is. */
    record ProblemWritten(
            @Nullable Classification classification,
            @Nullable String note,
            @Nullable String link,
            @Nullable Boolean open) {}

    /** Open problems, last seen first. */
    @GetMapping
    @Allow(Role.VIEWER)
    Slice<ProblemShown> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return problems.open(access.project(), after, limit).map(ProblemShown::of);
    }

    @GetMapping("/{id}")
    @Allow(Role.VIEWER)
    ResponseEntity<ProblemShown> read(@PathVariable long id, Access access) {
        return problems.find(access.project(), id)
                .map(problem -> Answers.entity(ProblemShown.of(problem), problem.version()))
                .orElseThrow(() -> HistoryProblem.PROBLEM_IS_UNKNOWN.because("The project has no problem " + id + "."));
    }

    @PatchMapping("/{id}")
    @Allow(Role.TESTER)
    ResponseEntity<ProblemShown> edit(
            @PathVariable long id,
            @RequestBody ProblemWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var edit = new ProblemEdit(written.classification(), written.note(), written.link(), written.open());
        var problem = problems.edit(access.project(), id, edit, IfMatch.header(ifMatch), access.actor());
        return Answers.entity(ProblemShown.of(problem), problem.version());
    }
}
