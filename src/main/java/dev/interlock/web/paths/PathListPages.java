package dev.interlock.web.paths;

import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.shell.Rows;
import dev.interlock.web.view.Facet;
import dev.interlock.web.view.ScoreBadge;
import dev.interlock.web.view.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of paths. */
@Controller
class PathListPages {
    private static final Map<String, Comparator<PathRow>> ORDERS = Map.of(
            "risk",
            Comparator.comparingDouble(PathRow::score),
            "name",
            Comparator.comparing(row -> row.path().name(), String.CASE_INSENSITIVE_ORDER),
            "likelihood",
            Comparator.comparingDouble(PathRow::likelihood),
            "impact",
            Comparator.comparingInt(PathRow::impact),
            "change",
            Comparator.comparingDouble(PathRow::change),
            "tests",
            Comparator.comparingInt(PathRow::tests),
            "last",
            Comparator.comparing(PathRow::lastAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));

    private final PathRows rows;

    PathListPages(PathRows rows) {
        this.rows = rows;
    }

    @GetMapping("/p/{project}/paths")
    @Allow(Role.VIEWER)
    String list(
            Access access,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var address = ListAddress.of("/p/" + access.projectKey() + "/paths", q, sort, "-risk");
        var filter = PathFilter.parse(address.q());
        var all = rows.all(access.project());
        var found = all.stream().filter(filter::matches).sorted(order(address)).toList();
        model.addAttribute("access", access);
        model.addAttribute("list", address);
        model.addAttribute("unknown", filter.unknown());
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("rows", Rows.page(found, after, PathRow::key, address));
        model.addAttribute("facets", facets(address, all));
        return "paths/list";
    }

    private static Comparator<PathRow> order(ListAddress address) {
        var order = ORDERS.getOrDefault(address.sortField(), Comparator.comparingDouble(PathRow::score));
        return (address.descending() ? order.reversed() : order).thenComparing(PathRow::key);
    }

    private static List<Facet> facets(ListAddress address, List<PathRow> all) {
        var states = all.stream().collect(Collectors.groupingBy(PathRow::status, Collectors.counting()));
        var bands = all.stream()
                .map(PathRow::badge)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(ScoreBadge::band, Collectors.counting()));
        return List.of(
                new Facet(
                        "State",
                        Stream.of(Status.FAILING, Status.UNTESTED, Status.STALE, Status.VERIFIED)
                                .map(status -> address.choice(
                                        status.word(),
                                        "status",
                                        status.name().toLowerCase(java.util.Locale.ROOT),
                                        states.getOrDefault(status, 0L)))
                                .toList()),
                new Facet(
                        "Risk",
                        Stream.of("Critical", "High", "Medium", "Low")
                                .map(band -> address.choice(
                                        band,
                                        "band",
                                        band.toLowerCase(java.util.Locale.ROOT),
                                        bands.getOrDefault(band.toLowerCase(java.util.Locale.ROOT), 0L)))
                                .toList()));
    }
}
