package dev.interlock.arazzo;

import dev.interlock.platform.Finding;
import dev.interlock.platform.Finding.Severity;

/**
 * Something found in an Arazzo document.
 *
 * @param path JSON pointer to the place, empty for the whole document
 * @param line line of the text from 1, 0 when unknown
 * @param column column of the text from 1, 0 when unknown
 * @param severity ERROR when the document is refused or cannot be carried out as written
 * @param problem what is wrong there
 * @param hint how to mend it
 */
public record DocumentFinding(String path, int line, int column, Severity severity, String problem, String hint) {

    /** Whether it keeps the document from being carried out. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same in the form other modules share; the line stands in front of the pointer. */
    public Finding toFinding() {
        return new Finding(where(), problem, hint, severity);
    }

    /** The place for people: {@code line 12 (/workflows/0/steps/1)}. */
    public String where() {
        var place = path.isEmpty() ? "the document" : path;
        return line == 0 ? place : "line " + line + " (" + place + ")";
    }
}
