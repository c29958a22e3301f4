package dev.interlock.web.risk;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Crumb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Rates services one after the other: first how bad a fault would be, then how likely one is, each with one key. An
 * answer leads to the next question, so that sixty services take five minutes.
 */
@Controller
class RatingPages {
    private static final String DONE = "done";

    private final Services services;
    private final RiskBoard risks;

    RatingPages(Services services, RiskBoard risks) {
        this.services = services;
        this.risks = risks;
    }

    /** A step of a scale: its number, word and meaning. */
    record Step(int value, String word, String means) {}

    /**
     * A question about a service.
     *
     * @param what "impact" or "likelihood"
     */
    record Question(Service service, String what, @Nullable Integer now) {}

    @GetMapping("/p/{project}/risk/rate")
    @Allow(Role.MANAGER)
    String rate(
            Access access,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String what,
            Model model) {
        var all = services.all(access.project());
        var ratings = risks.serviceRatings(access.project());
        var base = "/p/" + access.projectKey() + "/risk";
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("crumbs", List.of(new Crumb("Risk", base)));
        model.addAttribute("services", all);
        model.addAttribute("ratings", ratings);
        model.addAttribute("question", question(all, ratings, service, what));
        model.addAttribute("impacts", steps(Levels.IMPACT, Levels.IMPACT_MEANS));
        model.addAttribute("likelihoods", steps(Levels.LIKELIHOOD, LIKELIHOOD_MEANS));
        return "risk/rate";
    }

    @PostMapping("/p/{project}/risk/rate")
    @Allow(Role.MANAGER)
    String answer(Access access, @RequestParam String service, @RequestParam String what, @RequestParam int value) {
        var key = ServiceKey.of(service);
        var impact = "impact".equals(what);
        var again = risks.serviceRatings(access.project()).containsKey(key);
        risks.rate(access.project(), key, impact ? null : value, impact ? value : null, access.actor());
        return "redirect:/p/" + access.projectKey() + "/risk/rate?" + next(access.project(), key, impact, again);
    }

    private static final List<String> LIKELIHOOD_MEANS = List.of(
            "hardly ever changes, never breaks",
            "changes now and then, rarely breaks",
            "like most services",
            "changes often, breaks sometimes",
            "breaks with every other change");

    private static List<Step> steps(List<String> words, List<String> means) {
        return java.util.stream.IntStream.rangeClosed(1, 5)
                .mapToObj(value -> new Step(value, words.get(value - 1), means.get(value - 1)))
                .toList();
    }

    private static @Nullable Question question(
            List<Service> all, Map<ServiceKey, Integer> ratings, @Nullable String service, @Nullable String what) {
        if (DONE.equals(service)) {
            return null;
        }
        var chosen = all.stream()
                .filter(one -> service == null
                        ? !ratings.containsKey(one.key())
                        : one.key().value().equals(service))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            return null;
        }
        var likelihood = "likelihood".equals(what);
        return new Question(
                chosen,
                likelihood ? "likelihood" : "impact",
                likelihood ? ratings.get(chosen.key()) : Integer.valueOf(chosen.criticality()));
    }

    private String next(ProjectId project, ServiceKey service, boolean impact, boolean again) {
        if (impact) {
            return "service=" + service + "&what=likelihood";
        }
        var keys = services.all(project).stream().map(Service::key).toList();
        var rated = risks.serviceRatings(project).keySet();
        return "service=" + after(keys, service, rated).orElseGet(() -> again ? following(keys, service) : DONE);
    }

    /** The next one without a rating, from the beginning again after the last; empty when all have one. */
    private static Optional<String> after(List<ServiceKey> keys, ServiceKey service, Set<ServiceKey> rated) {
        var at = keys.indexOf(service) + 1;
        return Stream.concat(keys.stream().skip(at), keys.stream().limit(at))
                .filter(key -> !rated.contains(key))
                .findFirst()
                .map(ServiceKey::value);
    }

    /** Whoever goes over ratings once more goes on to the next one. */
    private static String following(List<ServiceKey> keys, ServiceKey service) {
        var at = keys.indexOf(service) + 1;
        return at < keys.size() ? keys.get(at).value() : DONE;
    }
}
