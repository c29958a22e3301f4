package dev.interlock.testcase.store;

import dev.interlock.platform.Finding;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProblemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Collects every fault of a draft and refuses it once. */
final class Faults {
    private static final int MOST_NAMED = 10;

    private final List<Finding> findings = new ArrayList<>();

    Faults require(boolean holds, String where, String problem, String hint) {
        if (!holds) {
            findings.add(Finding.error(where, problem, hint));
        }
        return this;
    }

    Faults text(String where, String text, int most) {
        require(text.length() <= most, where, "It has " + text.length() + " characters.", "Use at most " + most + ".");
        return require(
                text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'),
                where,
                "It holds a control character.",
                "Take it out.");
    }

    Faults texts(String where, List<String> texts, int most, int longest) {
        require(texts.size() <= most, where, "It has " + texts.size() + " entries.", "Use at most " + most + ".");
        texts.forEach(text -> text(where, text, longest));
        return require(
                texts.stream().noneMatch(String::isBlank), where, "One of its entries is empty.", "Take it out.");
    }

    /** Names what is unknown of what is asked for, all at once. */
    Faults known(String where, String what, Collection<?> asked, Collection<?> known) {
        var unknown =
                asked.stream().filter(one -> !known.contains(one)).distinct().toList();
        var named = unknown.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return require(
                unknown.isEmpty(),
                where,
                unknown.size() + " of " + asked.size() + " " + what + " are unknown: " + named + ".",
                "Use keys that exist.");
    }

    void refuse(ProblemType type, String what) {
        if (!findings.isEmpty()) {
            throw refusal(type, what);
        }
    }

    private Problem refusal(ProblemType type, String what) {
        var first = findings.getFirst();
        var more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more faults)";
        return type.because("The " + what + " is refused. " + first.where() + ": " + first.problem() + more, findings);
    }
}
