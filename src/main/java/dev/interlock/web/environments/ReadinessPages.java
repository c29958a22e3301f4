package dev.interlock.web.environments;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.OrderStrategy;
import dev.interlock.catalog.PathReadiness;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.catalog.ReadinessState;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.paths.PathRows;
import dev.interlock.web.view.StackedBar;
import dev.interlock.web.view.StackedBar.Amount;
import dev.interlock.web.view.Status;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be tested now in an environment, what is missing, and what unlocks most. */
@Controller
class ReadinessPages {
    private final Environments environments;
    private final Readiness readiness;
    private final Paths paths;
    private final PathRows rows;

    ReadinessPages(Environments environments, Readiness readiness, Paths paths, PathRows rows) {
        this.environments = environments;
        this.readiness = readiness;
        this.paths = paths;
        this.rows = rows;
    }

    /** A path with its readiness and its score. */
    record PathLine(PathReadiness readiness, IntegrationPath path, Status status, double score) {}

    @GetMapping("/p/{project}/readiness")
    @Allow(Role.VIEWER)
    String board(Access access, @RequestParam(required = false) @Nullable String env, Model model) {
        var all = environments.all(access.project());
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("environments", all);
        chosen(all, env).ifPresent(environment -> fill(access, environment, model));
        return "environments/readiness";
    }

    /** The sequence a team can follow until everything is there. */
    @GetMapping("/p/{project}/readiness/order")
    @Allow(Role.VIEWER)
    String order(
            Access access,
            @RequestParam(required = false) @Nullable String env,
            @RequestParam(defaultValue = "LEAST_STUBS") OrderStrategy by,
            Model model) {
        var all = environments.all(access.project());
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("environments", all);
        model.addAttribute("strategies", OrderStrategy.values());
        model.addAttribute("by", by);
        chosen(all, env).ifPresent(environment -> {
            model.addAttribute("environment", environment);
            model.addAttribute("order", readiness.order(access.project(), environment.key(), by));
        });
        return "environments/order";
    }

    private static java.util.Optional<Environment> chosen(List<Environment> all, @Nullable String env) {
        return all.stream()
                .filter(one -> env == null || one.key().value().equals(env))
                .findFirst();
    }

    private void fill(Access access, Environment environment, Model model) {
        var scores = rows.scores(access.project());
        var board = readiness.board(access.project(), environment.key(), scores);
        var known = paths.all(access.project()).stream()
                .collect(Collectors.toMap(IntegrationPath::key, Function.identity()));
        var lines = board.paths().stream()
                .flatMap(path -> Stream.ofNullable(known.get(path.path()))
                        .map(one -> new PathLine(
                                path, one, Status.named(path.state()), scores.getOrDefault(path.path(), 0.0))))
                .sorted(java.util.Comparator.comparingDouble(PathLine::score).reversed())
                .toList();
        model.addAttribute("environment", environment);
        model.addAttribute("board", board);
        model.addAttribute("lines", lines);
        model.addAttribute("bar", bar(board));
        model.addAttribute("statuses", statuses(board));
    }

    private static java.util.Map<String, Status> statuses(ReadinessBoard board) {
        return board.integrations().stream()
                .collect(Collectors.toMap(
                        one -> one.consumer() + " " + one.provider(), one -> Status.named(one.state()), (a, b) -> a));
    }

    private static StackedBar bar(ReadinessBoard board) {
        var counts = board.paths().stream().collect(Collectors.groupingBy(PathReadiness::state, Collectors.counting()));
        return StackedBar.of(
                Stream.of(ReadinessState.READY, ReadinessState.PARTLY, ReadinessState.NOT_READY, ReadinessState.UNKNOWN)
                        .map(state -> Amount.count(Status.named(state), counts.getOrDefault(state, 0L)))
                        .toList());
    }
}
