package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The services a test calls and those on the paths it covers. */
@Component
class AlongTheWay {
    private record Test(ProjectId project, TestKey test) {}

    private final Cache<Test, Set<ServiceKey>> known = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();
    private final Coverages coverages;
    private final Paths paths;

    AlongTheWay(Coverages coverages, Paths paths) {
        this.coverages = coverages;
        this.paths = paths;
    }

    Set<ServiceKey> services(ItemWork work) {
        var services = new TreeSet<>(work.test().operations().keySet());
        services.addAll(work.test().sources().values());
        services.addAll(known.get(new Test(work.project(), work.test().key()), this::onPaths));
        return services;
    }

    private Set<ServiceKey> onPaths(Test test) {
        var services = new TreeSet<ServiceKey>();
        for (var coverage : coverages.of(test.project(), test.test())) {
            paths.find(test.project(), coverage.path()).ifPresent(path -> services.addAll(path.services()));
        }
        return services;
    }
}
