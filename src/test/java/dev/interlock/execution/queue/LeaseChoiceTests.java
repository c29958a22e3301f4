package dev.interlock.execution.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeaseChoiceTests {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void sharesWorkersEvenlyBetweenProjects() {
        var candidates = Stream.concat(items(1, FIRST, 1, 20, "orders"), items(2, SECOND, 2, 20, "stock"))
                .toList();

        var picked = new LeaseChoice(List.of(), Map.of()).pick(candidates, 6);

        assertThat(picked).extracting(Candidate::project).containsExactlyInAnyOrder(1L, 1L, 1L, 2L, 2L, 2L);
    }

    @Test
    void givesAProjectWithLessUnderWayThePrecedence() {
        var live = List.of(new LiveItem(1, FIRST, "test", List.of("orders")));
        var candidates = Stream.concat(items(1, FIRST, 1, 5, "orders"), items(2, SECOND, 2, 5, "stock"))
                .toList();

        var picked = new LeaseChoice(live, Map.of()).pick(candidates, 1);

        assertThat(picked).extracting(Candidate::project).containsExactly(2L);
    }

    @Test
    void keepsToTheCapOfATargetCountingWhatIsUnderWay() {
        var caps = Map.of(new TargetKey(1, "test", "orders"), 3);
        var live = List.of(new LiveItem(1, FIRST, "test", List.of("orders")));

        var picked = new LeaseChoice(live, caps)
                .pick(items(1, FIRST, 1, 10, "orders").toList(), 10);

        assertThat(picked).hasSize(2);
    }

    @Test
    void letsOtherTargetsPassASaturatedOne() {
        var caps = Map.of(new TargetKey(1, "test", "orders"), 1);
        var candidates = Stream.concat(items(1, FIRST, 1, 5, "orders"), items(1, FIRST, 1, 5, "stock"))
                .toList();

        var picked = new LeaseChoice(List.of(), caps).pick(candidates, 4);

        assertThat(picked)
                .extracting(one -> one.targets().getFirst())
                .containsExactlyInAnyOrder("orders", "stock", "stock", "stock");
    }

    @Test
    void carriesOutNoMoreItemsOfARunThanItsWorkers() {
        var candidates = IntStream.rangeClosed(1, 10)
                .mapToObj(seq -> new Candidate(1, FIRST, 1, 2, "test", seq, List.of("orders")))
                .toList();

        assertThat(new LeaseChoice(List.of(), Map.of()).pick(candidates, 10))
                .extracting(Candidate::seq)
                .containsExactly(1, 2);
    }

    private static Stream<Candidate> items(long project, UUID run, long order, int count, String target) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(seq -> new Candidate(project, run, order, 100, "test", seq, List.of(target)));
    }
}
