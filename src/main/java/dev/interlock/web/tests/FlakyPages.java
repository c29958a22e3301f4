package dev.interlock.web.tests;

import dev.interlock.history.FlakyTest;
import dev.interlock.history.Quarantine;
import dev.interlock.history.Quarantines;
import dev.interlock.history.TestHistory;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.shell.Refusals;
import dev.interlock.web.shell.Rows;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tests that contradict themselves, and their quarantine. */
@Controller
class FlakyPages {
    private static final int CELLS = 20;
    private static final Duration WINDOW = Duration.ofDays(14);

    private final TestHistory history;
    private final Quarantines quarantines;
    private final InstantSource clock;

    FlakyPages(TestHistory history, Quarantines quarantines, InstantSource clock) {
        this.history = history;
        this.quarantines = quarantines;
        this.clock = clock;
    }

    /** A flaky test with its quarantine, if it is in one. */
    record Row(FlakyTest test, Strip strip, @Nullable Quarantine quarantine) {}

    @GetMapping("/p/{project}/flaky")
    @Allow(Role.VIEWER)
    String list(Access access, @RequestParam(required = false) @Nullable String after, Model model) {
        var apart = quarantines.of(access.project());
        var rows = history.flaky(access.project(), clock.instant().minus(WINDOW)).stream()
                .map(test -> new Row(
                        test,
                        Strip.of(test.strip().stream().map(Status::named).toList(), CELLS),
                        apart.get(test.testKey())))
                .toList();
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        var address = ListAddress.of("/p/" + access.projectKey() + "/flaky", null, null, "");
        model.addAttribute("rows", Rows.page(rows, after, row -> row.test().testKey(), address));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return "tests/flaky";
    }

    @PostMapping("/p/{project}/flaky/quarantine")
    @Allow(Role.TESTER)
    String quarantine(
            Access access,
            @RequestParam String test,
            @RequestParam String owner,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var wanted = new Quarantine(
                            test,
                            owner.strip(),
                            reason.strip(),
                            until,
                            access.actor().name());
                    quarantines.put(access.project(), wanted, access.actor());
                    flash.addFlashAttribute("notice", test + " is in quarantine until " + until + ". It still runs.");
                    return "redirect:/p/" + access.projectKey() + "/flaky";
                },
                () -> list(access, null, model));
    }

    @PostMapping("/p/{project}/flaky/lift")
    @Allow(Role.TESTER)
    String lift(Access access, @RequestParam String test, RedirectAttributes flash) {
        quarantines.lift(access.project(), test, access.actor());
        flash.addFlashAttribute("notice", test + " counts for the gate again.");
        return "redirect:/p/" + access.projectKey() + "/flaky";
    }
}
