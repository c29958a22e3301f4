package dev.interlock.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Small things done to files and folders. */
final class FileTrees {
    private FileTrees() {}

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String lastLine(Path file) {
        try {
            return lastLine(Files.readString(file));
        } catch (IOException e) {
            return "no log was written";
        }
    }

    static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElse("no reason was given");
    }
}
