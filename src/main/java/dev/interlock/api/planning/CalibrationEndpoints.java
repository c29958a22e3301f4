package dev.interlock.api.planning;

import dev.interlock.risk.Calibration;
import dev.interlock.risk.LearnedCare;
import dev.interlock.risk.LearnedValue;
import dev.interlock.risk.RiskLearning;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How right the predictions of a project were. */
@RestController
@RequestMapping("/api/v1/projects/{project}/risk/calibration")
class CalibrationEndpoints {
    private final RiskLearning learning;

    CalibrationEndpoints(RiskLearning learning) {
        this.learning = learning;
    }

    /** Predicted against observed, with what was learned beside its starting values. */
    record CalibrationShown(Calibration calibration, List<LearnedValue> learned, List<LearnedCare> services) {}

    @GetMapping
    @Allow(Role.VIEWER)
    CalibrationShown read(Access access, @RequestParam(defaultValue = "50") int runs) {
        var project = access.project();
        return new CalibrationShown(
                learning.calibration(project, runs), learning.learned(project), learning.cares(project));
    }
}
