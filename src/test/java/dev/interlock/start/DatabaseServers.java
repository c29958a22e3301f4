package dev.interlock.start;

import java.nio.file.Path;

/** The database servers an Interlock has started. */
final class DatabaseServers {
    private DatabaseServers() {}

    /** How many processes of the embedded database work in the data directory of this folder. */
    static long below(Path folder) {
        var data = folder.resolve("data").toString();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.commandLine()
                        .map(line -> line.contains(data) && line.contains("/bin/postgres"))
                        .orElse(false))
                .filter(info -> !info.command().orElse("").endsWith("sh"))
                .count();
    }
}
