package dev.interlock.risk;

import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.fault.Feature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a hop starts and what its structure adds, in log-odds. The values of size and callers only spread hops that were
 * never seen working; the others are the starting values of the measured form.
 */
final class HopStructure {
    static final String START = "not seen working";
    private static final double NEVER_SEEN_WORKING = -2.5;
    private static final double UNREPORTED = .3;
    private static final double THIRD_PARTY = .7;
    private static final double ASYNCHRONOUS = .5;
    private static final double NO_INTERFACE = .5;
    private static final double BETWEEN_TEAMS = .4;
    private static final double SHARED_DATABASE = .4;
    private static final double TESTS_NOT_PASSED = .7;
    private static final double TESTS_NOT_REPORTED = .2;
    private static final int SMALL = 5;
    private static final int MIDDLE = 15;
    private static final int LARGE = 40;
    private static final int MANY_CALLERS = 4;
    private static final String SIZE = "interface size";
    private static final String CALLERS = "callers";
    private static final String ONE_TEAM = "one team";
    private static final String READS = "reads only";
    private static final Set<String> NAMES = Set.of(
            START,
            "third party",
            "asynchronous",
            "no interface",
            "between teams",
            "shared database",
            "unit tests",
            SIZE,
            CALLERS,
            READS,
            ONE_TEAM);
    private static final Set<String> NOT_A_HAZARD = Set.of(START, SIZE, CALLERS, READS, ONE_TEAM);

    private HopStructure() {}

    /** The moves a hop starts with. */
    static List<Move> start(HopFacts facts, Instant at) {
        var moves = new ArrayList<Move>();
        var hop = facts.hop();
        var provider = "services/" + hop.provider();
        moves.add(move(START, "no test passed over " + hop + " yet", provider, NEVER_SEEN_WORKING, at));
        add(
                moves,
                facts.thirdParty(),
                move("third party", hop.provider() + " is run by somebody else", provider, THIRD_PARTY, at));
        add(moves, facts.asynchronous(), move("asynchronous", hop + " is asynchronous", provider, ASYNCHRONOUS, at));
        add(
                moves,
                !facts.interfaceOnFile(),
                move("no interface", "no interface of " + hop.provider() + " is on file", provider, NO_INTERFACE, at));
        add(
                moves,
                facts.teams() == Teams.TWO,
                move("between teams", hop + " crosses two teams", provider, BETWEEN_TEAMS, at));
        add(moves, facts.teams() == Teams.SAME, move(ONE_TEAM, hop + " stays within one team", provider, -.3, at));
        add(
                moves,
                facts.sharedDatabase(),
                move(
                        "shared database",
                        hop.provider() + " is used by " + facts.callers() + " services",
                        provider,
                        SHARED_DATABASE,
                        at));
        add(moves, facts.readsOnly(), move(READS, hop + " only reads", provider, -.5, at));
        addTested(moves, facts, at);
        addSize(moves, facts, at);
        return moves;
    }

    /** What the structure adds to the hazard of every change. */
    static double sum(List<Move> start) {
        return start.stream()
                .filter(move -> isStart(move) && !NOT_A_HAZARD.contains(move.name()))
                .mapToDouble(Move::delta)
                .sum();
    }

    /** The same without the words: {@code sum(start(facts))}. */
    static double hazard(HopFacts facts) {
        return (facts.thirdParty() ? THIRD_PARTY : 0)
                + (facts.asynchronous() ? ASYNCHRONOUS : 0)
                + (facts.interfaceOnFile() ? 0 : NO_INTERFACE)
                + (facts.teams() == Teams.TWO ? BETWEEN_TEAMS : 0)
                + (facts.sharedDatabase() ? SHARED_DATABASE : 0)
                + switch (facts.tested()) {
                    case PASSED -> 0;
                    case NOT_REPORTED -> TESTS_NOT_REPORTED;
                    case NOT_PASSED -> TESTS_NOT_PASSED;
                };
    }

    /** What its hazard depends on, by place of {@link Feature}; unit tests nobody reported count a little. */
    static double[] features(HopFacts facts) {
        var features = new double[Feature.COUNT];
        features[Feature.THIRD_PARTY.place()] = facts.thirdParty() ? 1 : 0;
        features[Feature.ASYNCHRONOUS.place()] = facts.asynchronous() ? 1 : 0;
        features[Feature.NO_INTERFACE.place()] = facts.interfaceOnFile() ? 0 : 1;
        features[Feature.BETWEEN_TEAMS.place()] = facts.teams() == Teams.TWO ? 1 : 0;
        features[Feature.SHARED_DATABASE.place()] = facts.sharedDatabase() ? 1 : 0;
        features[Feature.UNTESTED.place()] = switch (facts.tested()) {
            case PASSED -> 0;
            case NOT_REPORTED -> UNREPORTED;
            case NOT_PASSED -> 1;
        };
        return features;
    }

    static boolean isStart(Move move) {
        return NAMES.contains(move.name());
    }

    /** What moved a hop, true at the time of asking: what it started with is past once it was seen working. */
    static String words(Move move, boolean worked) {
        if (!worked || !isStart(move)) {
            return move.evidence();
        }
        return move.name().equals(START)
                ? "before its first pass nobody had seen it work"
                : "at the start: " + move.evidence();
    }

    private static void addTested(List<Move> moves, HopFacts facts, Instant at) {
        var hop = facts.hop();
        var page = "services/" + hop.provider();
        add(
                moves,
                facts.tested() == Tested.NOT_PASSED,
                move(
                        "unit tests",
                        "an end of " + hop + " has no version that passed its unit tests",
                        page,
                        TESTS_NOT_PASSED,
                        at));
        add(
                moves,
                facts.tested() == Tested.NOT_REPORTED,
                move("unit tests", "no unit tests were reported for an end of " + hop, page, TESTS_NOT_REPORTED, at));
    }

    private static void addSize(List<Move> moves, HopFacts facts, Instant at) {
        var provider = facts.hop().provider();
        var size = facts.operations();
        var page = "services/" + provider;
        add(
                moves,
                size > 0 && size <= SMALL,
                move(SIZE, provider + " offers only " + size + " operations", page, -.6, at));
        add(
                moves,
                size > SMALL && size <= MIDDLE,
                move(SIZE, provider + " offers " + size + " operations", page, -.3, at));
        add(moves, size >= LARGE, move(SIZE, provider + " offers " + size + " operations", page, .4, at));
        var callers = facts.callers();
        add(moves, callers <= 1, move(CALLERS, "nobody else calls " + provider, page, -.4, at));
        add(moves, callers >= MANY_CALLERS, move(CALLERS, callers + " services call " + provider, page, .3, at));
    }

    private static void add(List<Move> moves, boolean holds, Move move) {
        if (holds) {
            moves.add(move);
        }
    }

    private static Move move(String name, String evidence, @Nullable String link, double delta, Instant at) {
        return new Move(name, evidence, link, delta, 1, at);
    }
}
