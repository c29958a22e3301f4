package dev.interlock.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the pid file of a cluster tells: line 1 the process, line 8 its state. */
final class Leftover {
    private static final int STATE_LINE = 7;

    private Leftover() {}

    /** The server that runs on this cluster, if any; a pid that another program has by now is none. */
    static Optional<ProcessHandle> in(Path cluster) {
        return lines(cluster).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true));
    }

    static boolean isReady(Path cluster) {
        var lines = lines(cluster);
        return lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    }

    private static List<String> lines(Path cluster) {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
