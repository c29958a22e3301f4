package dev.interlock.web.runs;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.RunReports;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Crumb;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** May these versions be released together? Any set, now or in the past. */
@Controller
class VersionGatePages {
    private static final int MOST_LINES = 500;
    private static final String ANY = "any";

    private final RunReports reports;
    private final Environments environments;
    private final Versions versions;

    VersionGatePages(RunReports reports, Environments environments, Versions versions) {
        this.reports = reports;
        this.environments = environments;
        this.versions = versions;
    }

    /** Without a set, that of what is deployed in the environment is proposed and judged. */
    @GetMapping("/p/{project}/gate")
    @Allow(Role.VIEWER)
    String gate(
            Access access,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(required = false) @Nullable String set,
            Model model) {
        var all = environments.all(access.project());
        var chosen = chosen(all, environment);
        var written = set != null ? set : chosen == null ? "" : lines(versions.deployed(access.project(), chosen));
        var asked = new TreeMap<ServiceKey, String>();
        var unread = read(written, asked);
        var refused = isUnknown(chosen, environment) ? "There is no environment \"" + environment + "\"." : unread;
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("environments", all);
        model.addAttribute("environment", chosen == null ? "" : chosen.value());
        model.addAttribute("set", written);
        model.addAttribute("refused", refused);
        model.addAttribute("asked", asked);
        model.addAttribute(
                "said", refused != null || asked.isEmpty() ? null : reports.gate(access.project(), asked, chosen));
        model.addAttribute("crumbs", List.of(new Crumb("Plans", "/p/" + access.projectKey() + "/plans")));
        return "runs/gate";
    }

    /** Nothing named takes the first that gives evidence; "any" takes none. */
    private static @Nullable EnvironmentKey chosen(List<Environment> all, @Nullable String wanted) {
        return all.stream()
                .filter(one ->
                        wanted == null ? one.evidence() : one.key().value().equals(wanted))
                .map(Environment::key)
                .findFirst()
                .orElse(null);
    }

    private static boolean isUnknown(@Nullable EnvironmentKey chosen, @Nullable String wanted) {
        return chosen == null && wanted != null && !wanted.isEmpty() && !wanted.equals(ANY);
    }

    private static String lines(Map<ServiceKey, String> deployed) {
        return new TreeMap<>(deployed)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** Reads one service and version a line; a sentence when that cannot be done. */
    private static @Nullable String read(String written, Map<ServiceKey, String> asked) {
        var lines = written.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > MOST_LINES) {
            return "At most 500 versions can be asked about together.";
        }
        for (var line : lines) {
            var cut = line.indexOf(' ');
            var service = cut < 0 ? line : line.substring(0, cut);
            if (cut < 0 || !Keys.isWellFormed(service)) {
                return "\"" + line + "\" is no version of a service; write payment 2.4.1.";
            }
            if (asked.put(new ServiceKey(service), line.substring(cut).strip()) != null) {
                return service + " is named twice; a set has one version of each service.";
            }
        }
        return null;
    }
}
