package dev.interlock.ingest.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML reports one element at a time, with nothing kept of the file; the root element tells the dialect. Document
 * type declarations are refused, entities are never resolved.
 */
final class XmlReports {
    private static final XMLInputFactory FACTORY = factory();
    private static final Map<String, Function<CaseSink, XmlDialect>> ROOTS = Map.of(
            "testsuites", JUnitDialect::new,
            "testsuite", JUnitDialect::new,
            "testng-results", TestNgDialect::new,
            "TestRun", TrxDialect::new,
            "test-run", NUnitDialect::new,
            "test-results", NUnitDialect::new,
            "assemblies", XunitNetDialect::new,
            "assembly", XunitNetDialect::new,
            "robot", RobotDialect::new);

    private final ReportLimits limits;
    private @Nullable XmlDialect dialect;
    private int depth;

    XmlReports(ReportLimits limits) {
        this.limits = limits;
    }

    /** Reads one file; answers what kind of report it is. */
    String read(InputStream in, CaseSink sink) throws UnreadableReport {
        try {
            var reader = FACTORY.createXMLStreamReader(new GuardedReportStream(in, limits));
            while (reader.hasNext()) {
                take(reader, reader.next(), sink);
            }
        } catch (XMLStreamException e) {
            throw new UnreadableReport(
                    where(sink.file(), e.getLocation()), reason(e), "Send the whole file as the tool wrote it.");
        }
        if (dialect == null) {
            throw UnreadableReport.empty(sink.file());
        }
        return dialect.kind();
    }

    private void take(XMLStreamReader reader, int event, CaseSink sink) throws UnreadableReport {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader, sink);
            case XMLStreamConstants.END_ELEMENT -> finish(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
            case XMLStreamConstants.DTD ->
                throw sink.refusal(
                        line(reader),
                        "The file has a document type declaration, which is never read.",
                        "Remove the DOCTYPE line.");
            default -> {
                // comments, processing instructions and white space say nothing about cases
            }
        }
    }

    private void start(XMLStreamReader reader, CaseSink sink) throws UnreadableReport {
        depth++;
        if (depth > limits.depth()) {
            throw sink.refusal(
                    line(reader), "Elements are nested deeper than " + limits.depth() + ".", "Flatten the suites.");
        }
        if (dialect == null) {
            dialect = dialect(reader, sink);
        }
        dialect.start(reader, depth);
    }

    private static XmlDialect dialect(XMLStreamReader reader, CaseSink sink) throws UnreadableReport {
        var made = ROOTS.get(reader.getLocalName());
        if (made == null) {
            throw sink.refusal(
                    line(reader),
                    "The root element is <" + reader.getLocalName() + ">, which is no test report known here.",
                    "Send JUnit XML, TestNG, TRX, NUnit, xUnit.net or Robot results.");
        }
        return made.apply(sink);
    }

    private void finish(String element) {
        if (dialect != null) {
            dialect.finish(element, depth);
        }
        depth--;
    }

    private void text(XMLStreamReader reader) {
        if (dialect != null) {
            dialect.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    /** The attribute of this name in any namespace, or empty. */
    static String attribute(XMLStreamReader reader, String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String where(String file, @Nullable Location location) {
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
        var broken = e.getNestedException() instanceof IOException io ? io.getMessage() : e.getMessage();
        var message = String.valueOf(broken);
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
