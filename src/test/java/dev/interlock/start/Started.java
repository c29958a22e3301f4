package dev.interlock.start;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the built jar. */
public final class Started implements AutoCloseable {
    private static final Path JAR = Path.of("target/interlock.jar").toAbsolutePath();

    private static final Path LAUNCHER = Path.of("interlock").toAbsolutePath();

    /** Far beyond what a start takes, for a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;

    private Started(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the jar in a folder of its own, with these variables and command-line settings. */
    public static Started with(Path folder, Map<String, String> environment, String... settings) {
        return of(folder, environment, List.of(java(), "-Xmx400m", "-jar", JAR.toString()), settings);
    }

    /** Starts the service as the launcher does, which keeps an archive of the classes of the last clean stop. */
    static Started byLauncher(Path folder, String... settings) {
        var variables = Map.of("JAVA_HOME", System.getProperty("java.home"), "INTERLOCK_JAVA_OPTIONS", "-Xmx400m");
        return of(folder, variables, List.of(LAUNCHER.toString(), "serve"), settings);
    }

    /** Starts a program in a folder, with these variables and more at the end of its command line. */
    static Started of(Path folder, Map<String, String> environment, List<String> program, String... settings) {
        try {
            var output = Files.createTempFile(folder, "output-", ".txt");
            var command = new ArrayList<>(program);
            command.addAll(List.of(settings));
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new Started(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that says where the service is, and gives that address. */
    public String address() {
        await().atMost(PATIENCE).until(() -> printed().contains("Interlock is ready at") || !process.isAlive());
        return printed()
                .lines()
                .filter(line -> line.startsWith("Interlock is ready at "))
                .map(line -> line.substring("Interlock is ready at ".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it did not start:\n" + printed()));
    }

    public int exitCode() throws InterruptedException {
        process.waitFor(90, TimeUnit.SECONDS);
        return process.exitValue();
    }

    /** All it has printed so far. */
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time it has used so far; zero where the system does not tell. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The memory it holds now; Linux only. */
    long residentMib() throws IOException {
        var line = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(one -> one.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
    }

    /** Its number among the processes of the machine. */
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal such as {@code STOP}, {@code CONT} or {@code TERM}. */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("signal " + name + " was not sent");
        }
    }

    /** Ends the process the way a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static HttpResponse<String> send(String method, String url, String token, String body)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The Java that runs the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
