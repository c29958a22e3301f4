package dev.interlock.demo;

import dev.interlock.demo.BlameTable.Cell;
import dev.interlock.execution.ItemSummary;
import dev.interlock.history.Blame;
import dev.interlock.history.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How well runs named the hop of the fault that was on. A fault the test does not notice counts for nothing. */
record BlameScore(List<Result> results) {

    /** A fault and what came of the run. */
    record Result(Cell cell, ItemSummary item) {

        boolean isSeen() {
            return item.outcome() != Outcome.PASSED;
        }

        Optional<Blame> blame() {
            return Optional.ofNullable(item.failure()).flatMap(failure -> Optional.ofNullable(failure.blame()));
        }

        /** The called end is right, and the calling end where it is told; or the item was not sent and says why. */
        boolean isRight() {
            var place = cell.place();
            if (item.outcome() == Outcome.BLOCKED) {
                return item.reason().startsWith(place.provider());
            }
            return blame().filter(blame -> blame.provider().value().equals(place.provider()))
                    .filter(blame -> blame.consumer() == null
                            || !blame.isCertain()
                            || blame.consumer().value().equals(place.consumer()))
                    .isPresent();
        }

        boolean isConfidentlyWrong() {
            return !isRight() && blame().filter(Blame::isCertain).isPresent();
        }

        boolean hasRightCause() {
            var failure = item.failure();
            return failure == null || failure.cause().name().equals(cell.cause());
        }

        String sentence() {
            return blame().map(Blame::sentence).orElseGet(() -> item.outcome() + ": " + item.reason());
        }

        @Override
        public String toString() {
            var failure = item.failure();
            return cell.fault() + " at " + cell.hop() + " " + cell.place().operation() + ": " + sentence() + " ["
                    + (failure == null ? "" : failure.cause() + " " + failure.sentence()) + "]";
        }
    }

    int seen() {
        return (int) results.stream().filter(Result::isSeen).count();
    }

    double rightFirst() {
        return share(Result::isRight);
    }

    double rightCause() {
        return share(Result::hasRightCause);
    }

    List<Result> confidentlyWrong() {
        return seenAnd(Result::isConfidentlyWrong);
    }

    List<Result> misses() {
        return seenAnd(result -> !result.isRight());
    }

    List<Result> wrongCauses() {
        return seenAnd(result -> !result.hasRightCause());
    }

    private List<Result> seenAnd(Predicate<Result> which) {
        return results.stream().filter(Result::isSeen).filter(which).toList();
    }

    private double share(Predicate<Result> which) {
        return seen() == 0 ? 0 : (double) seenAnd(which).size() / seen();
    }
}
