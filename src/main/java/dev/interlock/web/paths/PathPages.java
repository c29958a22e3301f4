package dev.interlock.web.paths;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.Requirements;
import dev.interlock.risk.PathRisk;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.RiskOverride;
import dev.interlock.risk.ScorePoint;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Crumb;
import dev.interlock.web.shell.Refusals;
import dev.interlock.web.view.Contribution;
import dev.interlock.web.view.ScoreHistory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One path: its risk with reasons, its tests and how its score moved. */
@Controller
class PathPages {
    private static final int HISTORY = 100;

    /** Factors shown at once; the rest is behind a click. */
    private static final int FACTORS = 8;

    private final PathRows rows;
    private final PathTests tests;
    private final RiskBoard risks;
    private final Requirements requirements;
    private final InstantSource clock;

    PathPages(PathRows rows, PathTests tests, RiskBoard risks, Requirements requirements, InstantSource clock) {
        this.rows = rows;
        this.tests = tests;
        this.risks = risks;
        this.requirements = requirements;
        this.clock = clock;
    }

    /**
     * What the override form says.
     *
     * @param likelihood percent, null keeps the computed one
     */
    record OverrideForm(
            @Nullable Double likelihood,
            @Nullable Integer impact,
            @Nullable String reason,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate expires) {

        RiskOverride toOverride(String by) {
            return new RiskOverride(
                    likelihood == null ? null : likelihood / 100,
                    impact,
                    reason == null ? "" : reason.strip(),
                    expires == null ? LocalDate.EPOCH : expires,
                    by);
        }
    }

    /** A factor with its bar. */
    record FactorRow(dev.interlock.risk.Factor factor, Contribution bar) {}

    @GetMapping("/p/{project}/paths/{path}")
    @Allow(Role.VIEWER)
    String detail(
            Access access,
            @PathVariable("path") String key,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate at,
            Model model) {
        var then = at == null
                ? null
                : risks.at(access.project(), PathKey.of(key), at).orElse(null);
        model.addAttribute("at", at);
        model.addAttribute("then", then);
        return show(access, key, then, model);
    }

    @PostMapping("/p/{project}/paths/{path}/override")
    @Allow(Role.MANAGER)
    String override(
            Access access,
            @PathVariable("path") String key,
            OverrideForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    risks.override(
                            access.project(),
                            PathKey.of(key),
                            form.toOverride(access.actor().name()),
                            access.actor());
                    flash.addFlashAttribute("notice", "The values you set count until " + form.expires() + ".");
                    return "redirect:/p/" + access.projectKey() + "/paths/" + key;
                },
                () -> {
                    model.addAttribute("overrideForm", form);
                    return show(access, key, null, model);
                });
    }

    @PostMapping("/p/{project}/paths/{path}/override/remove")
    @Allow(Role.MANAGER)
    String removeOverride(Access access, @PathVariable("path") String key, RedirectAttributes flash) {
        risks.removeOverride(access.project(), PathKey.of(key), access.actor());
        flash.addFlashAttribute("notice", "The computed values count again.");
        return "redirect:/p/" + access.projectKey() + "/paths/" + key;
    }

    @PostMapping("/p/{project}/paths/{path}/draft-tests")
    @Allow(Role.TESTER)
    String draftTests(Access access, @PathVariable("path") String key, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", tests.draft(access.project(), PathKey.of(key), access.actor()));
        return "redirect:/p/" + access.projectKey() + "/paths/" + key;
    }

    private String show(Access access, String key, @Nullable PathRisk then, Model model) {
        var row = rows.find(access.project(), PathKey.of(key))
                .orElseThrow(() -> CatalogProblem.PATH_IS_UNKNOWN.because("There is no path \"" + key + "\"."));
        var base = "/p/" + access.projectKey();
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("row", row);
        model.addAttribute("crumbs", List.of(new Crumb("Paths", base + "/paths")));
        var factors = factors(then == null ? row.risk() : then);
        model.addAttribute("factors", factors);
        model.addAttribute("first", factors.subList(0, Math.min(FACTORS, factors.size())));
        model.addAttribute("further", factors.subList(Math.min(FACTORS, factors.size()), factors.size()));
        model.addAttribute("history", history(access, row.path().key()));
        model.addAttribute("tests", tests.of(access.project(), row.path()));
        model.addAttribute("hops", tests.hops(access.project(), row));
        model.addAttribute("requirements", requirements(access, row.path().requirements()));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return "paths/detail";
    }

    /** What the path names, with what is known of it. */
    private List<Requirement> requirements(Access access, List<String> references) {
        var known = requirements.all(access.project()).stream()
                .collect(Collectors.toMap(Requirement::reference, Function.identity()));
        return references.stream()
                .map(reference -> known.getOrDefault(reference, new Requirement(reference, "", "", null)))
                .toList();
    }

    private static List<FactorRow> factors(@Nullable PathRisk risk) {
        if (risk == null) {
            return List.of();
        }
        var largest = risk.factors().stream()
                .mapToDouble(factor -> Math.abs(factor.contribution()))
                .max()
                .orElse(0);
        return risk.factors().stream()
                .map(factor -> new FactorRow(factor, Contribution.of(factor.contribution(), largest)))
                .toList();
    }

    private ScoreHistory history(Access access, PathKey key) {
        var points = risks.history(access.project(), key, HISTORY).reversed().stream()
                .map(PathPages::point)
                .toList();
        return ScoreHistory.of(points, clock.instant());
    }

    private static ScoreHistory.Point point(ScorePoint point) {
        return new ScoreHistory.Point(point.at(), point.score(), point.event());
    }
}
