package dev.interlock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs the tests need: taken from the system, else installed from Debian's packages when that is allowed. */
public final class Tools {
    private static final int LONGEST_INSTALL_MINUTES = 8;

    private Tools() {}

    /** A Chromium; empty when Playwright has to bring its own. */
    public static Optional<Path> chromium() {
        var names = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        return onPath(names).or(() -> installed("chromium", names));
    }

    /** Node 20 or newer; fails with what to do when there is none and none can be installed. */
    public static Path node() {
        return onPath(List.of("node", "nodejs"))
                .or(() -> installed("nodejs", List.of("node", "nodejs")))
                .orElseThrow(() -> new IllegalStateException(
                        "Node is needed for the tests of the frontend: install Node 20 or newer and run again."));
    }

    private static synchronized Optional<Path> installed(String name, List<String> programs) {
        if (!System.getProperty("user.name", "").equals("root")
                || onPath(List.of("apt-get")).isEmpty()) {
            return Optional.empty();
        }
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", name);
        return onPath(programs);
    }

    private static Optional<Path> onPath(List<String> programs) {
        var folders = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
                        Stream.of("/usr/bin", "/usr/local/bin"))
                .map(Path::of)
                .toList();
        return programs.stream()
                .flatMap(program -> folders.stream().map(folder -> folder.resolve(program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a program prints, with its exit code in the first line. */
    public static String output(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + printed;
    }
}
