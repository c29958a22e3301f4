package dev.interlock.ingest;

import dev.interlock.platform.Finding;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads JUnit XML in its dialects, one case at a time, with nothing kept of the file. Document type declarations are
 * refused, entities are never resolved.
 */
final class JUnitReader {
    private static final XMLInputFactory FACTORY = factory();

    private final ReportLimits limits;

    JUnitReader(ReportLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one file.
     *
     * @param cases is given each case as soon as it is complete
     * @param findings is given what is odd about single records
     * @throws UnreadableReport when the file is no JUnit report or is cut off; cases given before do not count then
     */
    void read(String file, InputStream in, Consumer<ReportedCase> cases, Consumer<Finding> findings)
            throws UnreadableReport {
        var assembly = new JUnitAssembly(file, limits, cases, findings);
        try {
            var reader = FACTORY.createXMLStreamReader(new GuardedReportStream(in, limits));
            while (reader.hasNext()) {
                take(reader, reader.next(), assembly);
            }
            assembly.end();
        } catch (XMLStreamException e) {
            throw new UnreadableReport(
                    where(file, e.getLocation()), reason(e), "Send the whole file as the tool wrote it.");
        }
    }

    private static void take(XMLStreamReader reader, int event, JUnitAssembly assembly) throws UnreadableReport {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> assembly.start(reader);
            case XMLStreamConstants.END_ELEMENT -> assembly.finish(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> assembly.text(reader);
            case XMLStreamConstants.DTD ->
                throw assembly.refusal(
                        reader.getLocation().getLineNumber(),
                        "The file has a document type declaration, which is never read.",
                        "Remove the DOCTYPE line.");
            default -> {
                // comments, processing instructions and white space say nothing about cases
            }
        }
    }

    private static String where(String file, Location location) {
        return location == null || location.getLineNumber() < 1
                ? file
                : file + ", line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    private static String reason(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedReportStream.LimitReached limit) {
                return String.valueOf(limit.getMessage());
            }
        }
        var message = String.valueOf(e.getMessage());
        var text = message.indexOf("Message: ");
        return "The file is not well-formed XML: " + (text < 0 ? message : message.substring(text + 9)).strip();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
