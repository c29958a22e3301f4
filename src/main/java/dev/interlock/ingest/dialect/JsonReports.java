package dev.interlock.ingest.dialect;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON reports one token at a time: an array is of Cucumber, an object with results is CTRF. */
final class JsonReports {
    private final ReportLimits limits;
    private final JsonFactory factory;

    JsonReports(ReportLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(200)
                        .maxStringLength(limits.run())
                        .maxDocumentLength(limits.bytes())
                        .build())
                .build();
    }

    /** Reads one file; answers what kind of report it is. */
    String read(InputStream in, CaseSink sink) throws UnreadableReport, IOException {
        try (var parser = factory.createParser(ObjectReadContext.empty(), in)) {
            var first = parser.nextToken();
            var kind = first == JsonToken.START_ARRAY ? cucumber(parser, sink) : ctrf(parser, sink);
            if (parser.nextToken() != null) {
                throw sink.refusal(
                        line(parser), "Something follows the end of the report.", "Send one report in a file.");
            }
            return kind;
        } catch (JacksonException e) {
            throw sink.refusal(lineOf(e), reason(e), "Send the whole file as the tool wrote it.");
        }
    }

    private static String cucumber(JsonParser parser, CaseSink sink) throws UnreadableReport {
        new CucumberReport(sink).read(parser);
        return "Cucumber JSON";
    }

    private static String ctrf(JsonParser parser, CaseSink sink) throws UnreadableReport {
        return new CtrfReport(sink).read(parser);
    }

    private String reason(JacksonException e) {
        if (e instanceof StreamReadException) {
            return "The file is not well-formed JSON: " + Texts.label(String.valueOf(e.getOriginalMessage()));
        }
        return "The file is longer or deeper than is read: " + Texts.label(String.valueOf(e.getOriginalMessage()))
                + " (a file may have " + (limits.bytes() >> 20) + " MiB).";
    }

    static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static int lineOf(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }
}
