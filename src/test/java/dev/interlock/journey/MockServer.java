package dev.interlock.journey;

import static org.awaitility.Awaitility.await;

import dev.interlock.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Prism, a mock server of others: answers on loopback what an OpenAPI document promises. */
final class MockServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("src/test/peer/node_modules/@stoplight/prism-cli/dist/index.js")
            .toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private MockServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether {@code npm ci --prefix src/test/peer} has been here. */
    static boolean installed() {
        return Files.isRegularFile(PROGRAM);
    }

    /** Serves a document at a free port. */
    static MockServer of(Path document) throws IOException {
        return of(document, freePort());
    }

    private static MockServer of(Path document, int port) throws IOException {
        var output = Files.createTempFile("prism-", ".txt");
        var process = new ProcessBuilder(
                        Tools.node().toString(),
                        PROGRAM.toString(),
                        "mock",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        document.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(PATIENCE)
                .until(() -> Files.readString(output).contains("Prism is listening") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("Prism did not start:\n" + Files.readString(output));
        }
        return new MockServer(process, port);
    }

    /** Ends this one and serves another document at the same address. */
    MockServer replacedBy(Path document) throws IOException {
        close();
        return of(document, port);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
