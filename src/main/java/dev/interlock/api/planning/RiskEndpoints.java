package dev.interlock.api.planning;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.PathKey;
import dev.interlock.platform.Finding;
import dev.interlock.risk.MatrixCell;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.RiskOverride;
import dev.interlock.risk.RiskProblem;
import dev.interlock.risk.Shares;
import dev.interlock.risk.StateShare;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Risk of a project and of its paths. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class RiskEndpoints {
    private final RiskBoard risks;

    RiskEndpoints(RiskBoard risks) {
        this.risks = risks;
    }

    /** The matrix and the shares of the score; percentages of the four states add up to 100. */
    record BoardShown(
            List<MatrixCell> matrix,
            StateShare verified,
            StateShare stale,
            StateShare failing,
            StateShare untested,
            double totalScore,
            int paths,
            double riskLeft) {
        static BoardShown of(List<MatrixCell> matrix, Shares shares) {
            return new BoardShown(
                    matrix,
                    shares.verified(),
                    shares.stale(),
                    shares.failing(),
                    shares.untested(),
                    shares.totalScore(),
                    shares.paths(),
                    shares.riskLeft());
        }
    }

    /** What is written of an override. */
    record OverrideWritten(
            @Nullable Double likelihood,
            @Nullable Integer impact,
            @Nullable String reason,
            @Nullable LocalDate expires) {
        RiskOverride override() {
            if (expires == null) {
                throw RiskProblem.OVERRIDE_IS_INVALID.because(
                        "The override has no last day.",
                        List.of(Finding.error("expires", "the last day is missing", "Write it as 2026-12-31.")));
            }
            return new RiskOverride(likelihood, impact, Objects.requireNonNullElse(reason, ""), expires, "");
        }
    }

    @GetMapping("/risk")
    @Allow(Role.VIEWER)
    BoardShown board(Access access) {
        return BoardShown.of(risks.matrix(access.project()), risks.shares(access.project()));
    }

    @GetMapping("/paths/{key}/risk")
    @Allow(Role.VIEWER)
    RiskShown read(@PathVariable String key, @RequestParam(required = false) @Nullable LocalDate at, Access access) {
        var path = PathKey.of(key);
        var risk = at == null ? risks.of(access.project(), path) : risks.at(access.project(), path, at);
        return risk.map(RiskShown::of)
                .orElseThrow(() -> CatalogProblem.PATH_IS_UNKNOWN.because(
                        at == null
                                ? "No path has the key " + key + "."
                                : "Nothing is known of a path " + key + " on " + at + "."));
    }

    @PutMapping("/paths/{key}/override")
    @Allow(Role.MANAGER)
    RiskShown override(@PathVariable String key, @RequestBody OverrideWritten written, Access access) {
        return RiskShown.of(risks.override(access.project(), PathKey.of(key), written.override(), access.actor()));
    }

    @DeleteMapping("/paths/{key}/override")
    @Allow(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeOverride(@PathVariable String key, Access access) {
        risks.removeOverride(access.project(), PathKey.of(key), access.actor());
    }
}
