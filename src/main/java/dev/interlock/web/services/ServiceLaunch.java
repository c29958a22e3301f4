package dev.interlock.web.services;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** From the tests of a service to a run: which are ready, and where the service answers. */
@Component
class ServiceLaunch {
    private final Environments environments;

    ServiceLaunch(Environments environments) {
        this.environments = environments;
    }

    /**
     * An environment that knows an address of the service.
     *
     * @param check what the service answered last, or null before the first check
     */
    record Place(
            Environment environment,
            Target target,
            @Nullable TargetCheck check) {
        /** Whether the outbound policy refused the address. */
        public boolean refused() {
            return check != null && check.rule() != null;
        }
    }

    void show(ProjectId project, ServiceKey service, List<ServiceTests.Row> tests, Model model) {
        var all = environments.all(project);
        model.addAttribute("ready", ready(tests));
        model.addAttribute("environments", all);
        model.addAttribute(
                "places",
                all.stream().flatMap(one -> place(project, one, service)).toList());
    }

    private static List<TestKey> ready(List<ServiceTests.Row> tests) {
        return tests.stream()
                .map(ServiceTests.Row::test)
                .filter(test -> test.kind() == TestKind.WORKFLOW && test.state() == TestState.READY)
                .map(test -> test.key())
                .toList();
    }

    private Stream<Place> place(ProjectId project, Environment environment, ServiceKey service) {
        return Optional.ofNullable(environment.targets().get(service))
                .map(target -> new Place(environment, target, lastCheck(project, environment, service)))
                .stream();
    }

    private @Nullable TargetCheck lastCheck(ProjectId project, Environment environment, ServiceKey service) {
        return environments.lastChecks(project, environment.key()).stream()
                .filter(check -> check.service().equals(service))
                .findFirst()
                .orElse(null);
    }
}
