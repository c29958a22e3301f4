package dev.interlock.catalog.store;

import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProblemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Collects every fault of a draft and refuses it once. */
public final class Faults {
    private static final int MOST_SHOWN = 20;

    private final List<Finding> findings = new ArrayList<>();

    /** Notes a fault unless the condition holds. */
    public Faults require(boolean holds, String where, String problem, String hint) {
        if (!holds) {
            findings.add(Finding.error(where, problem, hint));
        }
        return this;
    }

    /** Notes a text that is too long or holds control characters other than line ends. */
    public Faults text(String where, String text, int most) {
        require(text.length() <= most, where, "has " + text.length() + " characters", "Use at most " + most + ".");
        return require(
                text.chars().noneMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f),
                where,
                "holds a control character",
                "Take it out.");
    }

    /** Notes a collection that is too large. */
    public Faults atMost(String where, Collection<?> items, int most) {
        return require(items.size() <= most, where, "has " + items.size() + " entries", "Use at most " + most + ".");
    }

    /** Notes a reference to a team that is neither empty nor a key. */
    public Faults team(String where, String key) {
        return require(
                key.isEmpty() || Keys.isWellFormed(key),
                where,
                "is \"" + key + "\", which is no key",
                "Use the key of a team.");
    }

    /** Names those of the keys that are not known, all in one finding. */
    public <K> Faults known(String where, String what, Collection<K> keys, Collection<K> known, String hint) {
        var all = new LinkedHashSet<>(keys);
        var unknown = all.stream().filter(key -> !known.contains(key)).toList();
        var names = unknown.stream().limit(MOST_SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        var more = unknown.size() > MOST_SHOWN ? " and " + (unknown.size() - MOST_SHOWN) + " more" : "";
        return require(
                unknown.isEmpty(),
                where,
                "%d of %d %s are unknown: %s%s".formatted(unknown.size(), all.size(), what, names, more),
                hint);
    }

    public boolean any() {
        return !findings.isEmpty();
    }

    /** Refuses what the draft is of when there is any fault. */
    public void refuse(ProblemType type, String what) {
        if (!findings.isEmpty()) {
            var first = findings.getFirst();
            var rest = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
            throw type.because(
                    "The %s was not stored: %s %s%s.".formatted(what, first.where(), first.problem(), rest), findings);
        }
    }
}
