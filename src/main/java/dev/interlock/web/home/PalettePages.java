package dev.interlock.web.home;

import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Services;
import dev.interlock.plan.Plans;
import dev.interlock.security.Access;
import dev.interlock.security.Accesses;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.security.SignedIn;
import dev.interlock.testcase.TestCases;
import dev.interlock.web.shell.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers of the palette: pages, services, paths, tests, plans and runs of the project the asker is in. */
@Controller
class PalettePages {
    private static final int MOST = 8;

    private final Accesses accesses;
    private final Services services;
    private final Paths paths;
    private final TestCases tests;
    private final Plans plans;

    PalettePages(Accesses accesses, Services services, Paths paths, TestCases tests, Plans plans) {
        this.accesses = accesses;
        this.services = services;
        this.paths = paths;
        this.tests = tests;
        this.plans = plans;
    }

    /** A line of the palette. */
    record Answer(String label, String kind, String icon, String href) {}

    @GetMapping("/palette")
    @AllowSignedIn
    String answers(
            SignedIn asker,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        var parts = at.split("/", -1);
        var project = parts.length > 2 && "p".equals(parts[1]) ? parts[2] : "";
        var word = q.strip().toLowerCase(Locale.ROOT);
        model.addAttribute(
                "answers",
                accesses.of(asker, project).map(access -> find(access, word)).orElse(List.of()));
        model.addAttribute("q", q);
        return "home/palette";
    }

    private List<Answer> find(Access access, String word) {
        var base = "/p/" + access.projectKey();
        var answers = new ArrayList<Answer>();
        if (word.matches("(run-)?\\d{1,9}")) {
            var number = word.replace("run-", "");
            answers.add(new Answer("RUN-" + number, "run", "run", base + "/runs/RUN-" + number));
        }
        answers.addAll(some(pages(access, base), word));
        if (!word.isEmpty()) {
            answers.addAll(objects(access, base, word));
        }
        return answers;
    }

    private List<Answer> objects(Access access, String base, String word) {
        var project = access.project();
        return Stream.of(
                        services.all(project).stream()
                                .map(one -> new Answer(
                                        one.name(),
                                        "service " + one.key(),
                                        "service",
                                        base + "/services/" + one.key())),
                        paths.all(project).stream()
                                .map(one -> new Answer(
                                        one.name(), "path " + one.key(), "path", base + "/paths/" + one.key())),
                        tests.all(project).stream()
                                .map(one -> new Answer(
                                        one.name(), "test " + one.key(), "test", base + "/tests/" + one.key())),
                        plans.all(project).stream()
                                .map(one -> new Answer(
                                        one.name(), "plan " + one.key(), "plan", base + "/plans/" + one.key())))
                .flatMap(stream -> some(stream, word).stream())
                .toList();
    }

    private static Stream<Answer> pages(Access access, String base) {
        return Entry.side(access.role()).stream()
                .flatMap(group -> group.entries().stream())
                .map(entry -> new Answer(
                        entry.label(),
                        "page",
                        entry.icon(),
                        entry.name().isEmpty() ? base : base + "/" + entry.name()));
    }

    private static List<Answer> some(Stream<Answer> answers, String word) {
        return answers.filter(one -> one.label().toLowerCase(Locale.ROOT).contains(word)
                        || one.kind().contains(word))
                .limit(word.isEmpty() ? 20 : MOST)
                .toList();
    }
}
