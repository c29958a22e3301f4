package dev.interlock.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running PostgreSQL server. It lives under a small shell that reads a pipe from this process: when this process is
 * gone, however it went, the pipe ends and the shell stops the server, so that no server is left behind.
 */
final class Server {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Starts the command given as arguments, and ends it when standard input ends. */
    private static final String SUPERVISOR = """
            exec 3<&0
            "$@" </dev/null &
            server=$!
            trap 'kill -INT $server 2>/dev/null' INT TERM
            ( cat <&3 >/dev/null; kill -INT $server 2>/dev/null ) &
            exec 3<&-
            wait $server
            """;

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Makes an empty database cluster unless there is one; a half-made one is thrown away first. */
    static void initialise(Binaries binaries, Path cluster, String user, Path password) {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        var half = cluster.resolveSibling("database.new");
        FileTrees.delete(half);
        run(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + half,
                        "--username=" + user,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"),
                "The database could not be set up in " + cluster);
        FileTrees.move(half, cluster);
    }

    /** Stops a server that an earlier process left behind in this cluster. */
    static void stopLeftover(Binaries binaries, Path cluster) {
        if (Leftover.in(cluster).isPresent()) {
            run(
                    List.of(
                            binaries.program("pg_ctl"),
                            "stop",
                            "--pgdata=" + cluster,
                            "--mode=fast",
                            "--wait",
                            "--timeout=60"),
                    "A database server left behind in " + cluster + " could not be stopped");
        }
    }

    /** Starts the server on a free port of the loopback address and waits until it answers. */
    static Server start(Binaries binaries, Path cluster, Path log, List<String> settings) {
        var port = freePort();
        var command =
                new ArrayList<String>(List.of(binaries.program("postgres"), "-D", cluster.toString(), "-p", "" + port));
        for (var setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        var server = new Server(launch(supervised(command), log), port);
        server.awaitReady(cluster, log);
        return server;
    }

    /** Stops the server: running statements end, committed data stays. */
    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path cluster, Path log) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Leftover.isReady(cluster)) {
                return;
            }
            pause();
        }
        stop();
        throw new StartFailure(
                "The embedded PostgreSQL did not start: " + FileTrees.lastLine(log) + ".",
                "Read " + log + ", mend what it names and start again.");
    }

    private static List<String> supervised(List<String> command) {
        var all = new ArrayList<String>(asOwnUser());
        all.addAll(List.of("sh", "-c", SUPERVISOR, "interlock-database"));
        all.addAll(command);
        return all;
    }

    /** PostgreSQL refuses to run as root; then it gets a user namespace of its own, in which it is not. */
    private static List<String> asOwnUser() {
        var prefix = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            prefix.add("/usr/bin/setsid");
        }
        if (System.getProperty("user.name", "").equals("root") && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            prefix.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        return prefix;
    }

    private static void run(List<String> command, String failure) {
        var all = new ArrayList<String>(asOwnUser());
        all.addAll(command);
        try {
            var process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StartFailure(failure + ": " + FileTrees.lastLine(output) + ".", advice(output));
            }
        } catch (IOException e) {
            throw new StartFailure(failure + ": " + e.getMessage() + ".", advice(""), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(failure + ": it was interrupted.", "Start again.", e);
        }
    }

    private static String advice(String output) {
        return output.contains("root")
                ? "PostgreSQL refuses to run as root here: start Interlock as another user, or set spring.datasource.url."
                : "Look at the directory named, free space if it is full, or set spring.datasource.url.";
    }

    private static Process launch(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not be launched: " + e.getMessage() + ".", advice(""), e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free port was found for the database.", "Stop a program that holds ports.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
