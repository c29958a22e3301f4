package dev.interlock.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is believed of a hop: the log-odds that it is broken now, and what moved them.
 *
 * @param logOdds sum of the deltas of all moves
 * @param structure log-odds that its structure adds to every hazard
 * @param worked true once it was seen working
 * @param evidence decayed number of verdicts over it
 * @param moves what moved it, oldest first; structure first
 */
public record HopBelief(
        double logOdds, double structure, boolean worked, double evidence, Instant updatedAt, List<Move> moves) {
    private static final int MOST_MOVES = 16;
    private static final double LEAST = Odds.logit(1e-6);
    private static final double MOST = Odds.logit(.9995);
    private static final double EVIDENCE_DECAY = .95;

    public HopBelief {
        moves = List.copyOf(moves);
    }

    /** Probability 0..1 that the hop is broken now. */
    public double fault() {
        return Odds.probability(logOdds);
    }

    /** The belief moved to another probability for a reason; nothing when it stays. */
    HopBelief to(double probability, Move why) {
        var target = Math.clamp(Odds.logit(probability), LEAST, MOST);
        return moved(new Move(why.name(), why.evidence(), why.link(), target - logOdds, why.count(), why.at()));
    }

    /** The belief after one more verdict over the hop. */
    HopBelief seen(boolean working) {
        return new HopBelief(logOdds, structure, worked || working, EVIDENCE_DECAY * evidence + 1, updatedAt, moves);
    }

    /** The same with the structure of now, which does not move what was seen working. */
    HopBelief structured(double hazard) {
        return hazard == structure ? this : new HopBelief(logOdds, hazard, worked, evidence, updatedAt, moves);
    }

    /** The same, never seen working, with the structure of now, which moves it. */
    HopBelief restructured(List<Move> start, Instant at) {
        var newStructure = HopStructure.sum(start);
        var kept = new ArrayList<>(start);
        moves.stream().filter(move -> !HopStructure.isStart(move)).forEach(kept::add);
        return new HopBelief(total(kept), newStructure, false, evidence, at, kept);
    }

    static HopBelief starting(List<Move> start, Instant at) {
        return new HopBelief(total(start), HopStructure.sum(start), false, 0, at, start);
    }

    private HopBelief moved(Move move) {
        if (Math.abs(move.delta()) < 1e-9) {
            return this;
        }
        var kept = new ArrayList<>(moves);
        append(kept, move);
        fold(kept);
        return new HopBelief(logOdds + move.delta(), structure, worked, evidence, move.at(), kept);
    }

    private static void append(List<Move> moves, Move move) {
        var last = moves.isEmpty() ? null : moves.getLast();
        if (last != null && last.name().equals(move.name()) && move.name().equals(Move.PASSED)) {
            moves.set(moves.size() - 1, last.with(move));
        } else {
            moves.add(move);
        }
    }

    /** Keeps the list short: the two oldest events become one. */
    private static void fold(List<Move> moves) {
        while (moves.size() > MOST_MOVES) {
            var first = 0;
            while (HopStructure.isStart(moves.get(first))) {
                first++;
            }
            var together =
                    moves.get(first).asEarlier().with(moves.get(first + 1).asEarlier());
            moves.set(first, together);
            moves.remove(first + 1);
        }
    }

    private static double total(List<Move> moves) {
        return moves.stream().mapToDouble(Move::delta).sum();
    }
}
