package dev.interlock.testcase.suite;

import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out whether suites would hold themselves. */
public final class SuiteNesting {
    private final SuiteKey root;
    private final Map<SuiteKey, Suite> suites;
    private final Set<SuiteKey> seen = new HashSet<>();

    private SuiteNesting(SuiteKey root, List<Suite> all) {
        this.root = root;
        this.suites = all.stream().collect(Collectors.toMap(Suite::key, Function.identity()));
    }

    /** The way from a suite back to itself, such as {@code nightly -> smoke -> nightly}, if its parts were these. */
    public static Optional<String> cycle(SuiteKey key, List<SuiteKey> parts, List<Suite> all) {
        var way = new SuiteNesting(key, all).back(parts, List.of(key));
        return way.map(keys -> keys.stream().map(SuiteKey::value).collect(Collectors.joining(" -> ")));
    }

    private Optional<List<SuiteKey>> back(List<SuiteKey> parts, List<SuiteKey> way) {
        for (var part : parts) {
            var further = new ArrayList<>(way);
            further.add(part);
            var found = part.equals(root) ? Optional.<List<SuiteKey>>of(further) : deeper(part, further);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<SuiteKey>> deeper(SuiteKey part, List<SuiteKey> way) {
        var suite = suites.get(part);
        return suite == null || !seen.add(part) ? Optional.empty() : back(suite.suites(), way);
    }
}
