package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects changes, each once and up to a limit. */
final class ChangeLog {
    private final int limit;
    private final Set<InterfaceChange> changes = new LinkedHashSet<>();
    private ChangeClass worst = ChangeClass.NONE;
    private int looked;

    ChangeLog(int limit) {
        this.limit = limit;
    }

    List<InterfaceChange> changes() {
        return List.copyOf(changes);
    }

    ChangeClass worst() {
        return worst;
    }

    /** How many changes were noted so far that callers should look at. */
    int looked() {
        return looked;
    }

    Place at(String operation, String where, Direction direction) {
        return new Place(operation, where, direction);
    }

    private void add(InterfaceChange change) {
        var worsens = worst.compareTo(change.severity()) < 0;
        worst = worst.worse(change.severity());
        looked += change.severity() == ChangeClass.INFO ? 0 : 1;
        if (changes.size() < limit || worsens) {
            changes.add(change);
        }
    }

    /** A place to note changes at. */
    final class Place {
        private final String operation;
        private final String where;
        private final Direction direction;

        private Place(String operation, String where, Direction direction) {
            this.operation = operation;
            this.where = where;
            this.direction = direction;
        }

        Place below(String part) {
            return new Place(operation, where + part, direction);
        }

        String where() {
            return where;
        }

        Direction direction() {
            return direction;
        }

        /** Something callers may no longer send, or must expect from now on. */
        void breaking(Rule rule, String sentence) {
            note(rule, ChangeClass.BREAKING, sentence);
        }

        void safe(Rule rule, String sentence) {
            note(rule, ChangeClass.NON_BREAKING, sentence);
        }

        void info(Rule rule, String sentence) {
            note(rule, ChangeClass.INFO, sentence);
        }

        void unknown(String sentence) {
            note(Rule.NOT_JUDGED, ChangeClass.UNKNOWN, sentence);
        }

        /** Breaks callers when it stands in a request. */
        void narrower(Rule rule, String sentence) {
            note(rule, direction == Direction.REQUEST ? ChangeClass.BREAKING : ChangeClass.NON_BREAKING, sentence);
        }

        /** Breaks callers when it stands in a response. */
        void wider(Rule rule, String sentence) {
            note(rule, direction == Direction.RESPONSE ? ChangeClass.BREAKING : ChangeClass.NON_BREAKING, sentence);
        }

        private void note(Rule rule, ChangeClass severity, String sentence) {
            add(new InterfaceChange(operation, where, rule, direction, severity, sentence));
        }
    }
}
