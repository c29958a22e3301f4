package dev.interlock.cli;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.DocumentFinding;
import dev.interlock.arazzo.DocumentText;
import dev.interlock.arazzo.InterfaceFindings;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks one file, whichever kind of document it holds. */
final class FileCheck {
    private static final long LARGEST = 64L << 20;

    private FileCheck() {}

    /**
     * Everything found in a file; empty when it holds neither an Arazzo nor an OpenAPI document.
     *
     * @throws IOException when the file cannot be read
     */
    static Optional<List<DocumentFinding>> of(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than 64 MiB");
        }
        var content = Files.readAllBytes(file);
        var text = new String(content, StandardCharsets.UTF_8);
        return switch (DocumentKind.of(text)) {
            case ARAZZO -> Optional.of(arazzo(file, text));
            case OPENAPI ->
                Optional.of(InterfaceFindings.of(new Upload(file.getFileName().toString(), content))
                        .findings());
            case OTHER -> Optional.empty();
        };
    }

    private static List<DocumentFinding> arazzo(Path file, String text) {
        var plain = ArazzoDocument.inspect(text);
        if (plain.document().isEmpty()) {
            return plain.findings();
        }
        var sources = new SourceFiles(file, DocumentText.of(text));
        var known = sources.of(plain.document().get());
        var findings = new ArrayList<>(ArazzoDocument.inspect(text, known).findings());
        findings.addAll(sources.findings());
        findings.sort(Comparator.comparingInt(DocumentFinding::line));
        return findings;
    }

    /** The finding that stands for a file of another kind. */
    static DocumentFinding neither() {
        return new DocumentFinding(
                "",
                0,
                0,
                Severity.ERROR,
                "The file is neither an Arazzo nor an OpenAPI document.",
                "Name a file that begins with arazzo, openapi or swagger.");
    }
}
