package dev.interlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks Arazzo and OpenAPI documents as the service does when they are saved; needs no service and starts none. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks Arazzo and OpenAPI documents, whole folders too. Prints file:line:column, what is wrong and how"
                        + " to mend it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:at least one error", "2:a file could not be read, or there was none to check"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a document, or a folder of documents")
    @SuppressWarnings("NullAway.Init")
    List<Path> paths;

    @Option(names = "--format", defaultValue = "text", description = "text, json or sarif; without it text")
    @SuppressWarnings("NullAway.Init")
    CheckFormat format;

    private final List<CheckedFile> checked = new ArrayList<>();
    private boolean unread;

    @Override
    public Integer call() {
        paths.forEach(this::path);
        spec.commandLine().getOut().print(format.write(checked));
        spec.commandLine().getOut().flush();
        if (checked.isEmpty() && !unread) {
            complain("No document was found. Name a file or folder that holds Arazzo or OpenAPI documents.");
        }
        return unread || checked.isEmpty() ? ExitCodes.UNKNOWN : verdict();
    }

    private int verdict() {
        return checked.stream().anyMatch(CheckedFile::hasErrors) ? ExitCodes.BAD : ExitCodes.GOOD;
    }

    private void path(Path path) {
        if (!Files.isDirectory(path)) {
            file(path, true);
            return;
        }
        try {
            DocumentFiles.below(path).forEach(file -> file(file, false));
        } catch (IOException e) {
            failed(path, e);
        }
    }

    private void file(Path file, boolean named) {
        try {
            var findings = FileCheck.of(file);
            if (findings.isPresent() || named) {
                checked.add(new CheckedFile(file.toString(), findings.orElseGet(() -> List.of(FileCheck.neither()))));
            }
        } catch (IOException e) {
            failed(file, e);
        }
    }

    private void failed(Path path, IOException e) {
        unread = true;
        var reason = Files.exists(path) ? "cannot be read: " + e.getMessage() : "does not exist";
        complain(path + " " + reason + ". Name a file or folder that can be read.");
    }

    private void complain(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
