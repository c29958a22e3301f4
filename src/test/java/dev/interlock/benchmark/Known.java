package dev.interlock.benchmark;

import dev.interlock.benchmark.RecordedTests.Execution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** A method of the literature: scores a test by what it remembers of it. */
final class Known implements Ranking {
    private final String name;
    private final boolean costed;
    private final ToDoubleBiFunction<Memory, Double> score;
    private final Map<String, Memory> memories = new HashMap<>();
    private double failed = 1;
    private double seen = 10;

    /** @param costed true when the score is divided by the expected time */
    private Known(String name, boolean costed, ToDoubleBiFunction<Memory, Double> score) {
        this.name = name;
        this.costed = costed;
        this.score = score;
    }

    /** What is remembered of a test. */
    private static final class Memory {
        double runs;
        double fails;
        double gap = 1e9;
        double last;
        double beforeLast;
        double earlier;
        double betaFailed;
        double betaSeen;
        double decay9;
        double decay5 = .3;
        double seconds = Double.NaN;

        void learn(Execution one) {
            var verdict = one.failed() ? 1.0 : 0.0;
            decay9 = runs == 0 ? verdict : decay9 + .9 * (verdict - decay9);
            decay5 += .5 * (verdict - decay5);
            runs++;
            fails += verdict;
            gap = one.failed() ? 0 : gap + 1;
            earlier += beforeLast;
            beforeLast = last;
            last = verdict;
            betaFailed = .8 * betaFailed + verdict;
            betaSeen = .8 * betaSeen + 1;
            seconds = Double.isNaN(seconds) ? one.seconds() : seconds + .3 * (one.seconds() - seconds);
        }

        double beta(double rate) {
            return (rate + betaFailed) / (1 + betaSeen);
        }
    }

    private record Bid(Execution execution, double worth) {}

    /** The methods compared with. */
    static List<Ranking> all() {
        return List.of(
                new Known("random", false, (_, _) -> 1),
                new Known("last failed first", false, (test, _) -> test.last),
                new Known("time since last failure (B1)", false, (test, _) -> -test.gap),
                new Known("failure rate (B2)", false, (test, _) -> test.fails / Math.max(1, test.runs)),
                new Known("decay .9 (B3)", false, (test, _) -> test.decay9),
                new Known("decay .5, new at .3", false, (test, _) -> test.decay5),
                new Known("ROCKET (B4)", false, (test, _) -> .7 * test.last + .2 * test.beforeLast + .1 * test.earlier),
                new Known("Beta mean, decay .8", false, Memory::beta),
                new Known("quickest first", true, (_, _) -> 1),
                new Known("decay .5, new at .3 / duration", true, (test, _) -> test.decay5 + 1e-6),
                new Known("Beta mean, decay .8 / duration", true, Memory::beta));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Execution> order(List<Execution> cycle) {
        var median = median();
        return cycle.stream()
                .map(one -> new Bid(one, worth(memories.getOrDefault(one.test(), new Memory()), median)))
                .sorted((one, other) -> Double.compare(other.worth(), one.worth()))
                .map(Bid::execution)
                .toList();
    }

    private double worth(Memory memory, double median) {
        var worth = score.applyAsDouble(memory, failed / seen);
        var seconds = Double.isNaN(memory.seconds) ? median : memory.seconds;
        return costed ? worth / Math.max(seconds, Math.max(median / 1000, .001)) : worth;
    }

    private double median() {
        var known = memories.values().stream()
                .mapToDouble(memory -> memory.seconds)
                .sorted()
                .toArray();
        return known.length == 0 ? 1 : known[known.length / 2];
    }

    @Override
    public void learn(List<Execution> cycle) {
        cycle.forEach(
                one -> memories.computeIfAbsent(one.test(), _ -> new Memory()).learn(one));
        failed = .99 * failed + cycle.stream().filter(Execution::failed).count();
        seen = .99 * seen + cycle.size();
    }
}
