package dev.interlock.cli;

import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands beside {@code serve}: each ends with an exit code and starts no service. */
@Command(
        name = "interlock",
        mixinStandardHelpOptions = true,
        version = "Interlock",
        description = "Test management for integration testing. Without a command the service is started.",
        subcommands = {RunCommand.class, CheckCommand.class, ScoreCommand.class, RankCommand.class})
public final class CommandLineTools {
    private static final Set<String> NAMES = Set.of("run", "check", "score", "rank", "--help", "-h", "--version", "-V");

    private CommandLineTools() {}

    /** Runs the command these arguments name and gives its exit code; nothing when they are meant for the service. */
    public static OptionalInt run(String... arguments) {
        if (arguments.length == 0 || !NAMES.contains(arguments[0])) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(new CommandLine(new CommandLineTools())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
