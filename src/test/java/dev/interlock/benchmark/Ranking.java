package dev.interlock.benchmark;

import dev.interlock.benchmark.RecordedTests.Execution;
import dev.interlock.risk.ContextEstimator.Result;
import dev.interlock.risk.TestRanker;
import dev.interlock.risk.TestRanker.Asked;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** A way to order tests that learns from each cycle after it. */
interface Ranking {
    /** Name in tables. */
    String name();

    /** Orders executions by their tests alone, most urgent first; only {@link Oracle} looks further. */
    List<Execution> order(List<Execution> cycle);

    /** Learns what the cycle did. */
    void learn(List<Execution> cycle);

    /** The product. */
    record Ours(String name, TestRanker ranker) implements Ranking {
        static Ours plain() {
            return new Ours("Interlock", new TestRanker(TestRanker.Order.PROBABILITY));
        }

        static Ours cost() {
            return new Ours("Interlock, with duration", new TestRanker(TestRanker.Order.COST));
        }

        @Override
        public List<Execution> order(List<Execution> cycle) {
            var byTest = new HashMap<String, Execution>();
            cycle.forEach(one -> byTest.put(one.test(), one));
            var asked = cycle.stream().map(one -> new Asked(one.test(), 1)).toList();
            return ranker.order(asked).stream().map(byTest::get).toList();
        }

        @Override
        public void learn(List<Execution> cycle) {
            var results = new LinkedHashMap<String, Result>();
            cycle.forEach(one ->
                    results.put(one.test(), new Result(one.failed() ? 1 : 0, Math.max(1e-6, one.seconds() * 1000))));
            ranker.learn(results);
        }
    }

    /** Knows what will fail: nothing can be better. */
    record Oracle() implements Ranking {
        @Override
        public String name() {
            return "oracle: failing ones first, quickest of them first";
        }

        @Override
        public List<Execution> order(List<Execution> cycle) {
            return cycle.stream()
                    .sorted((one, other) -> one.failed() == other.failed()
                            ? Double.compare(one.seconds(), other.seconds())
                            : one.failed() ? -1 : 1)
                    .toList();
        }

        @Override
        public void learn(List<Execution> cycle) {}
    }
}
