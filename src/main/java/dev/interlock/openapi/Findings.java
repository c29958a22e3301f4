package dev.interlock.openapi;

import dev.interlock.openapi.tree.TreeFault;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Finding.Severity;

/** Makes findings whose place is a JSON pointer or a line of the text. */
final class Findings {
    private Findings() {}

    static Finding error(String pointer, String what, String hint) {
        return Finding.error(placeOf(pointer), what, hint);
    }

    static Finding warning(String pointer, String what, String hint) {
        return Finding.warning(placeOf(pointer), what, hint);
    }

    static Finding ofText(Severity severity, String file, TreeFault fault) {
        var place =
                fault.line() > 0 ? "line %d, column %d".formatted(fault.line(), fault.column()) : "the whole document";
        return new Finding(file.isEmpty() ? place : file + ": " + place, fault.what(), fault.hint(), severity);
    }

    static String sentence(Finding finding) {
        return finding.where() + ": " + finding.problem() + " " + finding.hint();
    }

    private static String placeOf(String pointer) {
        return pointer.isEmpty() ? "the top of the document" : pointer;
    }
}
