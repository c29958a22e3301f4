package dev.interlock.arazzo;

import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.UnreadableDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is found in an OpenAPI document, each with its line.
 *
 * @param document the document, absent when it cannot be used
 * @param findings everything found, in the order of the text
 */
public record InterfaceFindings(Optional<OpenApiDocument> document, List<DocumentFinding> findings) {
    private static final Pattern PLACE = Pattern.compile(".*\\bline ([0-9]{1,9}), column ([0-9]{1,9})");

    public InterfaceFindings {
        findings = List.copyOf(findings);
    }

    /** Reads a file. */
    public static InterfaceFindings of(Upload upload) {
        try {
            var document = OpenApiDocument.read(upload);
            return new InterfaceFindings(Optional.of(document), placed(upload, document.findings()));
        } catch (UnreadableDocument refused) {
            return new InterfaceFindings(Optional.empty(), placed(upload, refused.findings()));
        }
    }

    private static List<DocumentFinding> placed(Upload upload, List<Finding> findings) {
        var text = text(upload);
        return findings.stream()
                .map(each -> placed(text, each))
                .sorted(Comparator.comparingInt(DocumentFinding::line))
                .toList();
    }

    private static Optional<DocumentText> text(Upload upload) {
        try {
            return Optional.of(DocumentText.of(new String(upload.content(), StandardCharsets.UTF_8)));
        } catch (InvalidArazzo unreadable) {
            return Optional.empty();
        }
    }

    private static DocumentFinding placed(Optional<DocumentText> text, Finding finding) {
        var line = PLACE.matcher(finding.where());
        if (line.matches()) {
            return new DocumentFinding(
                    "",
                    Integer.parseInt(line.group(1)),
                    Integer.parseInt(line.group(2)),
                    finding.severity(),
                    finding.problem(),
                    finding.hint());
        }
        var pointer = finding.where().startsWith("/") ? finding.where() : "";
        return text.map(each -> each.finding(pointer, finding.severity(), finding.problem(), finding.hint()))
                .orElseGet(() ->
                        new DocumentFinding(pointer, 0, 0, finding.severity(), finding.problem(), finding.hint()));
    }
}
