package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** What went wrong in one case: the first of its failures and errors, and the verdict of all. */
final class JUnitFault {
    private final CapturedText text = new CapturedText();
    private String message = "";
    private String type = "";
    private boolean failed;
    private boolean broken;

    void open(XMLStreamReader reader, int at, boolean error) {
        var said = XmlReports.attribute(reader, "message");
        var kind = XmlReports.attribute(reader, "type");
        var first = !failed && !broken;
        if (error && !Texts.isAssertion(kind) && !Texts.isAssertion(beforeColon(said))) {
            broken = true;
        } else {
            failed = true;
        }
        if (first) {
            message = said;
            type = kind;
            text.open(at);
        }
    }

    void close(int at) {
        text.close(at);
    }

    void text(char[] characters, int start, int length) {
        text.take(characters, start, length);
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
        var said = Texts.sentence(message);
        var line = said.isEmpty() ? Texts.sentence(text.text()) : said;
        return line.isEmpty() ? type : line;
    }

    private static String beforeColon(String text) {
        var colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(0, colon);
    }
}
