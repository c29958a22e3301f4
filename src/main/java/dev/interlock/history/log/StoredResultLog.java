package dev.interlock.history.log;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.OutcomesRecorded;
import dev.interlock.history.ProblemClosed;
import dev.interlock.history.Problems;
import dev.interlock.history.ResultLog;
import dev.interlock.history.RunRef;
import dev.interlock.history.log.Counts.Counted;
import dev.interlock.history.log.Ledger.ResultRow;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a batch: one batch of a project at a time, so that what is kept beside the results stays exact. */
@Component
class StoredResultLog implements ResultLog {
    private static final int LARGEST_BATCH = 10_000;

    private final ResultPartitions partitions;
    private final Ledger ledger;
    private final Sidebooks sidebooks;
    private final ProblemBook problemBook;
    private final Problems problems;
    private final ApplicationEventPublisher news;

    StoredResultLog(
            ResultPartitions partitions,
            Ledger ledger,
            Sidebooks sidebooks,
            ProblemBook problemBook,
            Problems problems,
            ApplicationEventPublisher news) {
        this.partitions = partitions;
        this.ledger = ledger;
        this.sidebooks = sidebooks;
        this.problemBook = problemBook;
        this.problems = problems;
        this.news = news;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(ProjectId project, RunRef run, List<ItemOutcome> outcomes) {
        if (outcomes.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException("a batch holds at most " + LARGEST_BATCH + " outcomes");
        }
        if (outcomes.isEmpty()) {
            return;
        }
        ledger.lock(project);
        partitions.ensure(run.month());
        var number = ledger.run(project, run);
        var fresh = notYetStored(project, number, run, outcomes);
        if (!fresh.isEmpty()) {
            store(project, number, run, fresh);
        }
    }

    private List<ItemOutcome> notYetStored(ProjectId project, long number, RunRef run, List<ItemOutcome> outcomes) {
        var seen = new HashSet<>(ledger.stored(project, number, run, outcomes));
        return outcomes.stream().filter(item -> seen.add(item.seq())).toList();
    }

    private void store(ProjectId project, long number, RunRef run, List<ItemOutcome> items) {
        var tests = ledger.tests(project, items);
        var problemOf = problemBook.file(project, number, run, items, tests);
        var counted = sidebooks.add(project, number, run, items, tests);
        ledger.add(project, number, run, rows(counted, problemOf));
        var closed = problemBook.close(project, number, run, items, tests).stream()
                .flatMap(id -> problems.find(project, id).stream())
                .toList();
        news.publishEvent(new OutcomesRecorded(project, run, items, contradicting(counted), closed));
        closed.forEach(problem -> news.publishEvent(new ProblemClosed(project, problem, false)));
    }

    private static List<ResultRow> rows(List<Counted> counted, Map<Integer, Integer> problemOf) {
        var rows = new ArrayList<ResultRow>();
        for (var one : counted) {
            var item = one.item();
            rows.add(new ResultRow(
                    item.finishedAt(),
                    item.seq(),
                    one.test(),
                    (int) Math.min(Integer.MAX_VALUE, item.took().toMillis()),
                    problemOf.getOrDefault(item.seq(), 0),
                    Math.min(Short.MAX_VALUE, item.attempts()),
                    item.outcome().letter(),
                    marks(one)));
        }
        return rows;
    }

    private static Set<Integer> contradicting(List<Counted> counted) {
        return counted.stream()
                .filter(one -> one.flaky() && !one.item().flakyInRun())
                .map(one -> one.item().seq())
                .collect(Collectors.toSet());
    }

    private static char marks(Counted one) {
        var stubbed = one.item().stubbed();
        if (one.item().flakyInRun()) {
            return stubbed ? 'B' : 'F';
        }
        return one.flaky() ? stubbed ? 'Y' : 'X' : stubbed ? 'S' : '-';
    }
}
