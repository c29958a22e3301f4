package dev.interlock.web.risk;

import dev.interlock.risk.MatrixCell;
import dev.interlock.risk.RiskBoard;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.paths.PathRows;
import dev.interlock.web.view.StackedBar;
import dev.interlock.web.view.StackedBar.Amount;
import dev.interlock.web.view.Status;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The risk matrix with the paths of the chosen cell. */
@Controller
class RiskPages {
    private final PathRows rows;
    private final RiskBoard risks;

    RiskPages(PathRows rows, RiskBoard risks) {
        this.rows = rows;
        this.risks = risks;
    }

    /**
     * A cell as the page draws it.
     *
     * @param step 1..5, strength of its colour
     * @param chosen whether its paths are listed
     */
    record Cell(MatrixCell cell, int step, boolean chosen, String href) {}

    /** Cells with the same likelihood. */
    record Line(int level, String word, String range, List<Cell> cells) {}

    /** A choice of what the matrix counts. */
    record Shown(String value, String word, boolean on) {}

    @GetMapping("/p/{project}/risk")
    @Allow(Role.VIEWER)
    String matrix(
            Access access,
            @RequestParam(required = false) @Nullable Integer l,
            @RequestParam(required = false) @Nullable Integer i,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "matrix") String as,
            Model model) {
        var all = rows.all(access.project());
        var shown = all.stream().filter(filter(show)).toList();
        var base = "/p/" + access.projectKey() + "/risk";
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("show", show);
        model.addAttribute("as", as);
        model.addAttribute("l", l);
        model.addAttribute("i", i);
        model.addAttribute("total", all.size());
        model.addAttribute("shown", shown);
        model.addAttribute("shares", risks.shares(access.project()));
        model.addAttribute("bar", bar(access));
        model.addAttribute("choices", choices(show));
        model.addAttribute("lines", lines(shown, l, i, base, show));
        model.addAttribute("chosen", chosen(shown, l, i));
        return "risk/matrix";
    }

    private StackedBar bar(Access access) {
        var shares = risks.shares(access.project());
        return StackedBar.of(List.of(
                Amount.percent(Status.FAILING, shares.failing().percent()),
                Amount.percent(Status.UNTESTED, shares.untested().percent()),
                Amount.percent(Status.STALE, shares.stale().percent()),
                Amount.percent(Status.VERIFIED, shares.verified().percent())));
    }

    private static List<Shown> choices(String show) {
        return List.of("all", "untested", "failing", "stale", "verified").stream()
                .map(value -> new Shown(
                        value, "all".equals(value) ? "All" : Status.named(value).word(), value.equals(show)))
                .toList();
    }

    private static Predicate<PathRow> filter(String show) {
        return "all".equals(show)
                ? row -> true
                : row -> row.status().name().toLowerCase(Locale.ROOT).equals(show);
    }

    private static List<PathRow> chosen(List<PathRow> rows, @Nullable Integer l, @Nullable Integer i) {
        return rows.stream()
                .filter(row -> row.risk() != null)
                .filter(row -> l == null || row.level() == l)
                .filter(row -> i == null || row.impact() == i)
                .limit(l == null && i == null ? 10 : 200)
                .toList();
    }

    private static List<Line> lines(
            List<PathRow> rows, @Nullable Integer l, @Nullable Integer i, String base, String show) {
        return IntStream.of(5, 4, 3, 2, 1)
                .mapToObj(level -> new Line(
                        level,
                        Levels.LIKELIHOOD.get(level - 1),
                        Levels.RANGE.get(level - 1),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(impact -> cell(rows, level, impact, l, i, base, show))
                                .toList()))
                .toList();
    }

    private static Cell cell(
            List<PathRow> rows,
            int level,
            int impact,
            @Nullable Integer l,
            @Nullable Integer i,
            String base,
            String show) {
        var inside = rows.stream()
                .filter(row -> row.level() == level && row.impact() == impact)
                .toList();
        var score = inside.stream().mapToDouble(PathRow::score).sum();
        var href = base + "?l=" + level + "&i=" + impact + ("all".equals(show) ? "" : "&show=" + show);
        var chosen = l != null && i != null && l == level && i == impact;
        return new Cell(new MatrixCell(level, impact, inside.size(), score), Levels.step(level, impact), chosen, href);
    }
}
