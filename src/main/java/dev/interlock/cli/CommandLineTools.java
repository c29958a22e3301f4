package dev.interlock.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands beside {@code serve}: each ends with an exit code and starts no service. */
@Command(
        name = "interlock",
        mixinStandardHelpOptions = true,
        version = "Interlock",
        description = "Test management for integration testing. Without a command the service is started.",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ScoreCommand.class,
            RankCommand.class,
            SeedCommand.class,
            BenchCommand.class
        })
public final class CommandLineTools {
    private static final String SERVE = "serve";
    private static final int NEAR = 3;

    private CommandLineTools() {}

    /**
     * Runs the command these arguments name and gives its exit code; nothing when they are meant for the service: none,
     * {@code serve}, or its settings, which begin with two dashes. A name nobody knows starts nothing.
     */
    public static OptionalInt run(String... arguments) {
        var line = new CommandLine(new CommandLineTools())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(CommandLineTools::failed);
        if (isForTheService(line, arguments)) {
            return OptionalInt.empty();
        }
        if (!arguments[0].startsWith("-") && !line.getSubcommands().containsKey(arguments[0])) {
            return OptionalInt.of(unknown(line, arguments[0]));
        }
        return OptionalInt.of(line.execute(arguments));
    }

    private static boolean isForTheService(CommandLine line, String... arguments) {
        if (arguments.length == 0 || arguments[0].equals(SERVE)) {
            return true;
        }
        return arguments[0].startsWith("-")
                && !line.getCommandSpec().optionsMap().containsKey(arguments[0]);
    }

    private static int unknown(CommandLine line, String name) {
        var near = names(line)
                .filter(known -> distance(known, name) <= NEAR)
                .min(Comparator.comparingInt(known -> distance(known, name)));
        var guess = near.map(known -> " Did you mean " + known + "?").orElse("");
        line.getErr()
                .println("There is no command " + name + "." + guess + " The commands are "
                        + names(line).collect(Collectors.joining(", ")) + "; --help tells more.");
        line.getErr().flush();
        return ExitCodes.UNKNOWN;
    }

    private static Stream<String> names(CommandLine line) {
        return Stream.concat(
                Stream.of(SERVE), line.getSubcommands().keySet().stream().sorted());
    }

    /** What no command foresaw: one sentence, and the code that says nothing could be told. */
    static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandName() + " failed: " + reason(failure)
                + ". Nothing could be told; please report this with the command as it was typed.");
        err.flush();
        return ExitCodes.UNKNOWN;
    }

    /** The message of a failure, or its name when it has none. */
    static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                return message.strip().replaceAll("\\.$", "");
            }
        }
        return failure.getClass().getSimpleName();
    }

    /** How many letters have to be put in, taken out or changed to make one word of the other. */
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + same);
            }
            before = row;
        }
        return before[other.length()];
    }
}
