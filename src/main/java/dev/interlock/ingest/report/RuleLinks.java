package dev.interlock.ingest.report;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.testcase.TestKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of a project say about the cases of one service. */
final class RuleLinks {
    private final List<ResultRule> rules;

    /** Links of a report; {@code service} is empty when the report is of none. */
    RuleLinks(List<ResultRule> rules, String service) {
        this.rules = rules.stream()
                .filter(rule -> rule.service().isEmpty() || rule.service().equals(service))
                .toList();
    }

    Set<PathKey> paths(ReportedCase reported) {
        var found = new LinkedHashSet<PathKey>();
        for (var rule : rules) {
            var path = rule.path();
            if (path != null && fits(rule, reported)) {
                found.add(path);
            }
        }
        return found;
    }

    /** The test case the first rule that fits leads to. */
    Optional<TestKey> test(ReportedCase reported) {
        for (var rule : rules) {
            var test = rule.test();
            if (test != null && fits(rule, reported)) {
                return Optional.of(test);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(ResultRule rule, ReportedCase reported) {
        return switch (rule.subject()) {
            case NAME -> fits(rule.pattern(), reported.identity());
            case TAG -> reported.labels().stream().anyMatch(label -> fits(rule.pattern(), bare(label)));
            case PROPERTY -> reported.labels().stream().anyMatch(label -> hasValue(rule, label));
        };
    }

    private static boolean hasValue(ResultRule rule, String label) {
        var name = rule.property() + "=";
        return label.startsWith(name) && fits(rule.pattern(), label.substring(name.length()));
    }

    /** A tag without the sign Cucumber writes before it. */
    private static String bare(String label) {
        return label.startsWith("@") ? label.substring(1) : label;
    }

    /** Whether a text looks like a pattern; takes time in proportion to both. */
    static boolean fits(String pattern, String text) {
        var parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return text.equals(pattern);
        }
        if (!text.startsWith(parts[0])) {
            return false;
        }
        var at = parts[0].length();
        for (var i = 1; i < parts.length - 1; i++) {
            var found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        var last = parts[parts.length - 1];
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
