package dev.interlock.web.risk;

import dev.interlock.risk.Calibration;
import dev.interlock.risk.LearnedValue;
import dev.interlock.risk.RiskLearning;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Crumb;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How right the predictions were, and what was learned from being wrong. */
@Controller
class CalibrationPages {
    private static final int MOST_SERVICES = 20;

    private final RiskLearning learning;

    CalibrationPages(RiskLearning learning) {
        this.learning = learning;
    }

    /** One way to predict, with its title. */
    record Section(String id, String title, Calibration.Predictions predictions) {}

    @GetMapping("/p/{project}/risk/calibration")
    @Allow(Role.VIEWER)
    String calibration(Access access, @RequestParam(defaultValue = "50") int runs, Model model) {
        var base = "/p/" + access.projectKey() + "/risk";
        var calibration = learning.calibration(access.project(), runs);
        var learned = learning.learned(access.project());
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("crumbs", List.of(new Crumb("Risk", base)));
        model.addAttribute("calibration", calibration);
        model.addAttribute(
                "sections",
                List.of(
                        new Section("by-path", "From the hops of the paths", calibration.byPath()),
                        new Section("by-test", "From the record of each test", calibration.byTest())));
        model.addAttribute(
                "weights", learned.stream().filter(value -> !value.share()).toList());
        model.addAttribute(
                "shares", learned.stream().filter(LearnedValue::share).toList());
        model.addAttribute(
                "services",
                learning.cares(access.project()).stream().limit(MOST_SERVICES).toList());
        return "risk/calibration";
    }
}
