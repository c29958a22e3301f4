package dev.interlock.ingest;

import dev.interlock.ingest.ReportedCase.Verdict;
import dev.interlock.platform.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One case that is being read. */
final class JUnitCase {
    private static final Set<String> TRIES = Set.of("flakyFailure", "flakyError", "rerunFailure", "rerunError");
    private static final Set<String> NOT_RUN = Set.of("disabled", "notrun", "skipped", "ignored", "suppressed");
    private static final int MOST_LABELS = 50;

    private final String where;
    private final String suite;
    private final @Nullable Instant suiteStart;
    private final int depth;
    private final String className;
    private final String name;
    private final String time;
    private final String status;
    private final int line;
    private final JUnitFault fault;
    private final List<String> labels = new ArrayList<>();
    private boolean skipped;
    private int flakyTries;
    private int furtherTries;

    JUnitCase(
            XMLStreamReader reader,
            String suite,
            @Nullable Instant suiteStart,
            int depth,
            String where,
            int longestText) {
        this.suite = clean(suite);
        this.suiteStart = suiteStart;
        this.depth = depth;
        this.where = where;
        this.line = reader.getLocation().getLineNumber();
        className = clean(JUnitAssembly.attribute(reader, "classname"));
        name = clean(JUnitAssembly.attribute(reader, "name"));
        time = JUnitAssembly.attribute(reader, "time");
        status = JUnitAssembly.attribute(reader, "status") + JUnitAssembly.attribute(reader, "result");
        fault = new JUnitFault(longestText);
    }

    /** How many elements stand around it. */
    int depth() {
        return depth;
    }

    void open(XMLStreamReader reader, String element, int at) {
        if (at == depth + 1) {
            child(reader, element, at);
        } else if (element.equals("property")) {
            label(JUnitAssembly.attribute(reader, "value"));
        }
    }

    void close(int at) {
        fault.close(at);
    }

    void text(char[] characters, int start, int length) {
        fault.text(characters, start, length);
    }

    /** The whole case; empty when it says neither name nor class and so is nobody's. */
    Optional<ReportedCase> build(Consumer<Finding> findings) {
        if (name.isBlank() && className.isBlank()) {
            findings.accept(Finding.error(
                    where, "The case has neither a name nor a class.", "Give it a name attribute; it was left out."));
            return Optional.empty();
        }
        return Optional.of(new ReportedCase(
                suite,
                className.isBlank() ? suite : className,
                name.isBlank() ? className : name,
                verdict(),
                took(findings),
                1 + flakyTries + furtherTries,
                flakyTries > 0 && verdict() == Verdict.PASSED,
                notRun(findings),
                suiteStart,
                fault.message(),
                fault.detail(),
                List.copyOf(labels),
                line));
    }

    private void child(XMLStreamReader reader, String element, int at) {
        switch (element) {
            case "failure" -> fault.open(reader, at, false);
            case "error" -> fault.open(reader, at, true);
            case "skipped", "ignored" -> skipped = true;
            case "tags", "tag" -> label(JUnitAssembly.attribute(reader, "value"));
            default -> countTry(element);
        }
    }

    private void countTry(String element) {
        if (TRIES.contains(element)) {
            if (element.startsWith("flaky")) {
                flakyTries++;
            } else {
                furtherTries++;
            }
        }
    }

    private Verdict verdict() {
        return fault.verdict().orElse(skipped ? Verdict.SKIPPED : Verdict.PASSED);
    }

    private Duration took(Consumer<Finding> findings) {
        var read = ReportTimes.seconds(time);
        if (read.isEmpty() && !time.isBlank()) {
            findings.accept(Finding.warning(
                    where, "The time \"" + shortened(time) + "\" is no number of seconds.", "It counts as 0 s."));
        }
        return read.orElse(Duration.ZERO);
    }

    private boolean notRun(Consumer<Finding> findings) {
        var says = !skipped && fault.verdict().isEmpty() && NOT_RUN.contains(status.toLowerCase(Locale.ROOT));
        if (says) {
            findings.accept(Finding.warning(
                    where,
                    "The status is \"" + status + "\" although no <skipped> says so.",
                    "It counts as passed, as in the report, but verifies no path."));
        }
        return says;
    }

    private void label(String value) {
        if (!value.isBlank() && labels.size() < MOST_LABELS) {
            labels.add(shortened(clean(value)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /** Without characters a database or a page cannot show. */
    private static String clean(String text) {
        var kept = text.length() <= 1_000 ? text : text.substring(0, 1_000);
        return kept.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
