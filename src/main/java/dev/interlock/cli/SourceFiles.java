package dev.interlock.cli;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.DocumentFinding;
import dev.interlock.arazzo.DocumentText;
import dev.interlock.arazzo.InterfaceFindings;
import dev.interlock.arazzo.OpenApiOperations;
import dev.interlock.arazzo.Source;
import dev.interlock.arazzo.SourceDescription;
import dev.interlock.arazzo.Sources;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the sources of an Arazzo document that are files beside it. Nothing is fetched over the network. */
final class SourceFiles {
    private static final long LARGEST = 16L << 20;

    private final Path file;
    private final DocumentText text;
    private final List<DocumentFinding> findings = new ArrayList<>();

    SourceFiles(Path file, DocumentText text) {
        this.file = file;
        this.text = text;
    }

    /** What was wrong with sources. */
    List<DocumentFinding> findings() {
        return List.copyOf(findings);
    }

    Sources of(ArazzoDocument document) {
        var sources = Sources.NONE;
        for (var at = 0; at < document.sourceDescriptions().size(); at++) {
            var source = document.sourceDescriptions().get(at);
            var found = read(source, "/sourceDescriptions/" + at + "/url");
            if (found.isPresent()) {
                sources = sources.and(source.name(), found.get());
            }
        }
        return sources;
    }

    private Optional<Source> read(SourceDescription source, String pointer) {
        var place = beside(source.url());
        if (place.isEmpty()) {
            note(
                    pointer,
                    Severity.INFO,
                    "The source \"" + source.name() + "\" is not a file beside the document.",
                    "Its operations are not checked here; give a copy of it as a file to have them checked.");
            return Optional.empty();
        }
        try {
            if (Files.isRegularFile(place.get()) && Files.size(place.get()) <= LARGEST) {
                return described(source, Files.readAllBytes(place.get()), pointer);
            }
            note(
                    pointer,
                    Severity.WARNING,
                    "There is no file " + source.url() + ".",
                    "Correct the url; until then the operations of \"" + source.name() + "\" are not checked.");
        } catch (IOException e) {
            note(pointer, Severity.WARNING, "The file " + source.url() + " cannot be read.", "Let it be readable.");
        }
        return Optional.empty();
    }

    private Optional<Path> beside(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getScheme() != null && !uri.getScheme().equals("file")) {
                return Optional.empty();
            }
            var path = uri.getPath();
            return path == null || path.isEmpty()
                    ? Optional.empty()
                    : Optional.of(file.toAbsolutePath().resolveSibling(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.of(file.toAbsolutePath().resolveSibling(url).normalize());
        }
    }

    private Optional<Source> described(SourceDescription source, byte[] content, String pointer) {
        var written = new String(content, StandardCharsets.UTF_8);
        if (DocumentKind.of(written) == DocumentKind.ARAZZO) {
            var other = ArazzoDocument.inspect(written).document();
            if (other.isEmpty()) {
                refused(source, pointer);
            }
            return other.map(Source::workflows);
        }
        var read = InterfaceFindings.of(new Upload(source.url(), content)).document();
        if (read.isEmpty()) {
            refused(source, pointer);
        }
        return read.map(document -> Source.described(new OpenApiOperations(document)));
    }

    private void refused(SourceDescription source, String pointer) {
        note(
                pointer,
                Severity.WARNING,
                "The file " + source.url() + " cannot be used as a source.",
                "Run check on it to see why.");
    }

    private void note(String pointer, Severity severity, String problem, String hint) {
        findings.add(text.finding(pointer, severity, problem, hint));
    }
}
