package dev.interlock.ingest.dialect;

import javax.xml.stream.XMLStreamReader;

/** Puts cases together from the elements of one XML report; the root stands at depth 1. */
interface XmlDialect {
    /** An element begins. */
    void start(XMLStreamReader reader, int depth);

    /** An element ends. */
    void finish(String element, int depth);

    /** A piece of text within the element that is open. */
    default void text(char[] characters, int start, int length) {
        // most dialects say everything in attributes
    }

    /** What a person calls this kind of report, known when the file was read. */
    String kind();
}
