package dev.interlock.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.catalog.PathKey;
import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.PathFacts.RatedHop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever happens: made-up landscapes, hundreds of made-up events each. */
class HopFilterPropertyTests {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<Change> CHANGES = List.of(Change.BUILD, Change.NON_BREAKING, Change.BREAKING);
    private static final int SERVICES = 8;
    private static final int EVENTS = 300;
    /** A hop is never surer broken than this. */
    private static final double CEILING = .999;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPassOfAllTestsOfAPathNeverRaisesItAndAFailureNeverLowersIt(int seed) {
        var world = new World(seed);
        for (var event = 0; event < EVENTS; event++) {
            var path = world.anyPath();
            var before = world.likelihood(path);
            switch (world.random.nextInt(5)) {
                case 0 -> world.deploy();
                case 1 -> {
                    world.fails(path);
                    assertThat(world.likelihood(path))
                            .as("%s after a failure", path)
                            .isGreaterThanOrEqualTo(Math.min(before, CEILING) - 1e-9);
                }
                case 2 -> world.fix();
                default -> {
                    world.passes(path);
                    assertThat(world.likelihood(path))
                            .as("%s after a pass", path)
                            .isLessThanOrEqualTo(before + 1e-9);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void contributionsAddUpAndAreInOrderOfTime(int seed) {
        var world = new World(seed);
        for (var event = 0; event < EVENTS; event++) {
            world.anything();
        }

        for (var path : world.paths.keySet()) {
            var risk = new PathScorer(NOW).score(world.facts(path), null, true);
            assertThat(risk.factors().stream().mapToDouble(Factor::contribution).sum())
                    .isCloseTo(Odds.logit(risk.likelihood()), within(1e-6));
            assertThat(risk.factors())
                    .allMatch(factor -> factor.link() != null || factor.name().equals(Move.EARLIER));
            assertThat(risk.likelihood()).isCloseTo(world.likelihood(path), within(1e-3));
        }
        world.filter
                .beliefs()
                .values()
                .forEach(belief ->
                        assertThat(belief.moves()).extracting(Move::at).isSorted());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameEventsGiveTheSameNumbers(int seed) {
        var one = new World(seed);
        var other = new World(seed);
        for (var event = 0; event < EVENTS; event++) {
            one.anything();
            other.anything();
        }

        assertThat(other.filter.beliefs()).isEqualTo(one.filter.beliefs());
    }

    /** Paths over a few services, with what fails now. */
    private static final class World {
        private final Random random;
        private final HopFilter filter = new HopFilter();
        private final Map<String, List<HopId>> paths = new HashMap<>();
        private final Set<String> failing = new HashSet<>();
        private int clock;

        World(int seed) {
            random = new Random(seed);
            for (var path = 0; path < 6; path++) {
                var hops = new ArrayList<HopId>();
                var at = random.nextInt(3);
                while (at < SERVICES - 1 && hops.size() < 4) {
                    var next = at + 1 + random.nextInt(Math.min(2, SERVICES - 1 - at));
                    hops.add(new HopId("s" + at, "s" + next));
                    at = next;
                }
                paths.put("p" + path, hops);
                hops.forEach(hop -> filter.structure(facts(hop, random.nextInt(4) == 0), now()));
            }
        }

        private Instant now() {
            return NOW.plusSeconds(clock);
        }

        String anyPath() {
            return "p" + random.nextInt(paths.size());
        }

        void anything() {
            switch (random.nextInt(4)) {
                case 0 -> deploy();
                case 1 -> fails(anyPath());
                case 2 -> fix();
                default -> passes(anyPath());
            }
        }

        void deploy() {
            clock++;
            filter.deployed(
                    "s" + random.nextInt(SERVICES), CHANGES.get(random.nextInt(3)), "1." + random.nextInt(9), now());
        }

        void fails(String path) {
            clock++;
            var hops = hops(path);
            failing.add(path);
            tell(path, true, random.nextBoolean() ? hops.get(random.nextInt(hops.size())) : null);
        }

        void passes(String path) {
            clock++;
            failing.remove(path);
            filter.recovered(path, failing, "no test fails any more", "runs/RUN-" + clock, now());
            tell(path, false, null);
        }

        void fix() {
            clock++;
            var hops = hops(anyPath());
            filter.mended(hops.getFirst(), failing, "mended", "problems/" + clock, now());
        }

        double likelihood(String path) {
            return filter.likelihood(path, hops(path));
        }

        PathFacts facts(String path) {
            var hops = hops(path).stream()
                    .map(hop -> new RatedHop(hop, filter.find(hop).orElseThrow(), filter.reach(hop, path), null))
                    .toList();
            return new PathFacts(new PathKey(path), hops, filter.usualReach(), null, null, 4, "critical");
        }

        private List<HopId> hops(String path) {
            return paths.getOrDefault(path, List.of());
        }

        private void tell(String path, boolean failed, @Nullable HopId blamed) {
            filter.outcomes(List.of(new Showing(
                    "test " + path,
                    path,
                    hops(path),
                    failed,
                    false,
                    blamed,
                    "test " + path + (failed ? " failed" : " passed"),
                    "runs/RUN-" + clock,
                    now())));
        }

        private static HopFacts facts(HopId hop, boolean thirdParty) {
            return new HopFacts(hop, thirdParty, false, true, Teams.NOT_KNOWN, false, false, Tested.PASSED, 20, 2);
        }
    }
}
