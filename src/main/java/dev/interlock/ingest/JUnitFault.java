package dev.interlock.ingest;

import dev.interlock.ingest.ReportedCase.Verdict;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** What went wrong in one case: the first of its failures and errors, and the verdict of all. */
final class JUnitFault {
    private static final int LONGEST_MESSAGE = 2_000;

    private final int longestText;
    private final StringBuilder text = new StringBuilder();
    private String message = "";
    private String type = "";
    private boolean failed;
    private boolean broken;
    private boolean first;
    private int openAt = -1;

    JUnitFault(int longestText) {
        this.longestText = longestText;
    }

    void open(XMLStreamReader reader, int at, boolean error) {
        var said = JUnitAssembly.attribute(reader, "message");
        var kind = JUnitAssembly.attribute(reader, "type");
        first = !failed && !broken;
        if (error && !isAssertion(kind) && !isAssertion(beforeColon(said))) {
            broken = true;
        } else {
            failed = true;
        }
        if (first) {
            message = said;
            type = kind;
        }
        openAt = at;
    }

    void close(int at) {
        if (at == openAt) {
            openAt = -1;
        }
    }

    void text(char[] characters, int start, int length) {
        if (openAt >= 0 && first && text.length() < longestText) {
            text.append(characters, start, Math.min(length, longestText - text.length()));
        }
    }

    /** BROKEN when an error is among them, unless it is an assertion; empty when nothing went wrong. */
    Optional<Verdict> verdict() {
        if (broken) {
            return Optional.of(Verdict.BROKEN);
        }
        return failed ? Optional.of(Verdict.FAILED) : Optional.empty();
    }

    /** The first line that says something, with the type when it is all there is. */
    String message() {
        var said = firstLine(message);
        var line = said.isEmpty() ? firstLine(text) : said;
        var sentence = line.isEmpty() ? type : line;
        return sentence.length() <= LONGEST_MESSAGE ? sentence : sentence.substring(0, LONGEST_MESSAGE);
    }

    String detail() {
        return text.toString().strip().replace("\u0000", "");
    }

    private static boolean isAssertion(String name) {
        return name.contains("AssertionError")
                || name.contains("AssertionFailedError")
                || name.contains("AssertionException")
                || name.contains("ComparisonFailure")
                || name.contains("MultipleFailuresError")
                || name.contains("ExpectationFailed");
    }

    private static String beforeColon(String text) {
        var colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(0, colon);
    }

    private static String firstLine(CharSequence text) {
        return text.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
