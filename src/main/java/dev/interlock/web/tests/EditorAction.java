package dev.interlock.web.tests;

/**
 * What was pressed in the form of the editor, written {@code verb} or {@code verb:what}.
 *
 * @param verb what to do
 * @param what with what; empty where nothing is needed
 */
record EditorAction(String verb, String what) {

    static EditorAction of(String text) {
        var colon = text.indexOf(':');
        return colon < 0
                ? new EditorAction(text, "")
                : new EditorAction(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The number it carries, or the other one. */
    int number(int otherwise) {
        return what.matches("\\d{1,4}") ? Integer.parseInt(what) : otherwise;
    }

    /** What stands in front of the first equals sign. */
    String name() {
        return what.substring(0, Math.max(0, what.indexOf('=')));
    }

    /** What stands behind the first equals sign. */
    String value() {
        return what.substring(what.indexOf('=') + 1);
    }
}
