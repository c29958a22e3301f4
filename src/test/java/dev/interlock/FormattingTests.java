package dev.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every Java file to one format. Run its main method ({@code mvn exec:exec@format}) to write the format. */
class FormattingTests {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everyFileIsFormatted() {
        var unformatted =
                javaFiles().filter(file -> !formatted(file).equals(read(file))).toList();

        assertThat(unformatted).as("run: mvn exec:exec@format").isEmpty();
    }

    static void main() {
        javaFiles().forEach(FormattingTests::format);
    }

    private static void format(Path file) {
        var formatted = formatted(file);
        if (!formatted.equals(read(file))) {
            write(file, formatted);
        }
    }

    private static Stream<Path> javaFiles() {
        return Stream.of("src/main/java", "src/test/java").map(Path::of).flatMap(FormattingTests::filesBelow);
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return List.copyOf(
                    files.filter(file -> file.toString().endsWith(".java")).toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formatted(Path file) {
        try {
            var source = RemoveUnusedImports.removeUnusedImports(read(file));
            return FORMATTER.formatSource(ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR));
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
