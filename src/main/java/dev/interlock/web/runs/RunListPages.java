package dev.interlock.web.runs;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.execution.Runs;
import dev.interlock.history.Trends;
import dev.interlock.platform.FilterQuery;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.view.Facet;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of runs with its trend. */
@Controller
class RunListPages {
    private static final int PAGE = 50;
    private static final int DAYS = 30;

    private final Runs runs;
    private final Trends trends;
    private final InstantSource clock;

    RunListPages(Runs runs, Trends trends, InstantSource clock) {
        this.runs = runs;
        this.trends = trends;
        this.clock = clock;
    }

    @GetMapping("/p/{project}/runs")
    @Allow(Role.VIEWER)
    String list(
            Access access,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var address = ListAddress.of("/p/" + access.projectKey() + "/runs", q, null, "-number");
        var filter = FilterQuery.parse(address.q(), Runs.FIELDS);
        var slice = runs.list(access.project(), filter, after, PAGE);
        var now = clock.instant();
        model.addAttribute("access", access);
        model.addAttribute("list", address);
        model.addAttribute("unknown", filter.unknown());
        model.addAttribute(
                "rows", slice.items().stream().map(run -> RunHead.of(run, now)).toList());
        model.addAttribute("any", !slice.items().isEmpty() || !address.q().isEmpty() || after != null);
        model.addAttribute("first", after == null ? null : address.first());
        model.addAttribute("next", slice.next() == null ? null : address.after(slice.next()));
        model.addAttribute("found", found(slice.items(), slice.next() != null));
        model.addAttribute("facets", facets(address));
        model.addAttribute("trend", trend(access));
        return "runs/list";
    }

    private DayBars trend(Access access) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return DayBars.of(trends.days(access.project(), null, today, DAYS));
    }

    private static String found(List<Run> shown, boolean more) {
        return more ? shown.size() + " newest runs shown" : shown.size() == 1 ? "1 run" : shown.size() + " runs";
    }

    private static List<Facet> facets(ListAddress address) {
        var states = Arrays.stream(RunState.values())
                .map(state -> choice(address, "state", state.name()))
                .toList();
        var verdicts = List.of(
                choice(address, "verdict", "PASS"),
                choice(address, "verdict", "FAIL"),
                choice(address, "verdict", "INCOMPLETE"));
        return List.of(new Facet("State", states), new Facet("Gate", verdicts));
    }

    private static Facet.Choice choice(ListAddress address, String field, String constant) {
        var lower = constant.toLowerCase(Locale.ROOT);
        return address.choice(constant.charAt(0) + lower.substring(1), field, lower, -1);
    }
}
