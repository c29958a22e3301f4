package dev.interlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files a user means: a file itself, or every JSON and YAML file below a folder. */
final class DocumentFiles {
    private static final int DEEPEST = 20;
    private static final int MOST = 10_000;
    private static final Set<String> LEFT_OUT = Set.of("node_modules", "target", "build", "dist");

    private DocumentFiles() {}

    /** The files below a folder in order of their names; hidden and built folders are left out. */
    static List<Path> below(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
            return files.filter(Files::isRegularFile)
                    .filter(DocumentFiles::named)
                    .filter(file -> shown(folder.relativize(file)))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean named(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static boolean shown(Path file) {
        for (var part : file) {
            var name = part.toString();
            if (name.startsWith(".") || LEFT_OUT.contains(name)) {
                return false;
            }
        }
        return true;
    }
}
