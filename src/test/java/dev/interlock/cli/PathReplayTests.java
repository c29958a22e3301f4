package dev.interlock.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PathReplayTests {
    private final PathReplay replay = new PathReplay();

    @BeforeEach
    void startWithTwoPaths() {
        see("init", """
                {"services": [{"key": "shop", "kind": "INTERNAL", "team": "a", "unitTestsPassed": true},
                              {"key": "pay", "kind": "INTERNAL", "team": "b", "unitTestsPassed": true},
                              {"key": "mail", "kind": "THIRD_PARTY", "team": "c", "unitTestsPassed": true}],
                 "integrations": [{"consumer": "shop", "provider": "pay", "mode": "SYNC", "interfaceOnFile": true},
                                  {"consumer": "shop", "provider": "mail", "mode": "ASYNC", "interfaceOnFile": false}],
                 "paths": [{"key": "p1", "impact": 4, "rating": 3, "hops": [["shop", "pay"]]},
                           {"key": "p2", "impact": 2, "rating": 3, "hops": [["shop", "mail"]]}],
                 "tests": [{"key": "t1", "path": "p1"}]}
                """);
    }

    @Test
    void everythingIsVerifiedAtTheStart() {
        assertThat(likelihood("p1")).isZero();
        assertThat(likelihood("p2")).isZero();
    }

    @Test
    void aDeploymentRaisesThePathsThroughTheService() {
        see("deployment", """
                {"n": 0, "service": "pay", "change": "breaking"}
                """);

        assertThat(likelihood("p1")).isGreaterThan(.005);
        assertThat(likelihood("p2")).isLessThan(.001);
    }

    @Test
    void aBlamedFailureMakesThePathSuspectUntilItIsFixed() {
        see("deployment", """
                {"n": 0, "service": "pay", "change": "build"}
                """);
        see("outcomes", """
                {"results": [{"test": "t1", "path": "p1", "failed": true, "passedOnRetry": false, "blamed": ["shop", "pay"]}]}
                """);
        var broken = likelihood("p1");
        see("fixed", """
                {"hop": ["shop", "pay"]}
                """);

        assertThat(broken).isGreaterThan(.9);
        assertThat(likelihood("p1")).isLessThan(.15);
    }

    private void see(String type, String event) {
        replay.see(type, JsonMapper.shared().readTree(event));
    }

    private double likelihood(String path) {
        return requireNonNull(requireNonNull(replay.score().get("likelihood")).get(path));
    }
}
