package dev.interlock.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuardedHttpTests {
    private static final OutboundPolicy LOOPBACK =
            new OutboundPolicy("1/test", List.of(new Opening("127.0.0.0/8", "*")), true, 1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static HttpServer server;
    private static ApacheGuardedHttp http;

    interface Script {
        void play(Socket socket) throws IOException;
    }

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", GuardedHttpTests::echo);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.sendResponseHeaders(302, -1);
        });
        server.createContext("/zipped", exchange -> zipped(exchange, "{\"id\":1}".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/bomb", exchange -> zipped(exchange, new byte[60_000_000]));
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 30_000_000);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[30_000_000]);
            }
        });
        server.start();
        http = TestHttp.guarded();
    }

    @AfterAll
    static void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void sendsWhatIsAskedAndNothingElse() {
        var body = "{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8);
        var headers = List.of(
                new Header("Content-Type", "application/json"),
                new Header("X-Id", "7"),
                new Header("Content-Length", "999"));

        var answer = http.send(new OutboundRequest("POST", url("/echo?q=a%20b"), headers, body), LOOPBACK, LONG);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer))
                .contains("POST /echo?q=a%20b")
                .contains("X-id: 7")
                .contains("Content-length: " + body.length)
                .contains("Zoë")
                .doesNotContain("Accept-encoding");
        assertThat(answer.remoteAddress())
                .isEqualTo("127.0.0.1:" + server.getAddress().getPort());
        assertThat(answer.timings().total()).isPositive();
        assertThat(answer.timings().await()).isPositive();
    }

    @Test
    void reusesAConnectionWithinOnePolicyOnly() {
        var policy = new OutboundPolicy("1/reuse", LOOPBACK.openings(), true, 1);
        var first = http.send(OutboundRequest.get(url("/echo"), List.of()), policy, LONG);
        var second = http.send(OutboundRequest.get(url("/echo"), List.of()), policy, LONG);
        var newer = new OutboundPolicy("1/reuse", LOOPBACK.openings(), true, 2);

        var third = http.send(OutboundRequest.get(url("/echo"), List.of()), newer, LONG);

        assertThat(first.reused()).isFalse();
        assertThat(first.timings().connect()).isPositive();
        assertThat(second.reused()).isTrue();
        assertThat(second.timings().connect()).isZero();
        assertThat(third.reused()).isFalse();
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() {
        var moved = http.send(OutboundRequest.get(url("/moved"), List.of()), LOOPBACK, LONG);
        var next = http.send(OutboundRequest.get(url("/echo"), List.of()), LOOPBACK, LONG);

        assertThat(moved.status()).isEqualTo(302);
        assertThat(moved.header("location")).contains("/echo");
        assertThat(text(next)).doesNotContain("a=b");
    }

    @Test
    void refusesLoopbackThatIsNotOpenAndSaysWhatWouldOpenIt() {
        var closed = new OutboundPolicy("1/closed", List.of(), true, 1);

        var failure = failure(url("/echo"), closed, LONG);

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.REFUSED);
        assertThat(failure.refusal().orElseThrow().openingToOffer())
                .contains(new Opening(
                        "127.0.0.1/32", Integer.toString(server.getAddress().getPort())));
    }

    @Test
    void decodesOneLayer() {
        var answer = http.send(OutboundRequest.get(url("/zipped"), List.of()), LOOPBACK, LONG);

        assertThat(text(answer)).isEqualTo("{\"id\":1}");
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void cutsABodyThatUnpacksTooFar() {
        var answer = http.send(OutboundRequest.get(url("/bomb"), List.of()), LOOPBACK, LONG);

        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body().length).isLessThan(10_485_760);
        assertThat(answer.remarks()).anyMatch(remark -> remark.contains("100 times"));
    }

    @Test
    void cutsABodyAtTheLimit() {
        var answer = http.send(OutboundRequest.get(url("/large"), List.of()), LOOPBACK, LONG);

        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body()).hasSize(10_485_760);
    }

    @Test
    void endsASlowDripAtTheTotalDeadline() throws IOException {
        var drip = raw(socket -> {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            dripUntilClosed(socket);
        });

        var failure = failure(drip, LOOPBACK, Duration.ofMillis(600));

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.TIMEOUT);
        assertThat(failure.sentence()).contains("receiving the answer");
        assertThat(failure.timings().orElseThrow().total()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    @Test
    void endsASilentServerAtTheTotalDeadline() throws IOException {
        var silent = raw(socket -> {
            readHead(socket);
            readHead(socket);
        });

        var failure = failure(silent, LOOPBACK, Duration.ofMillis(300));

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.TIMEOUT);
    }

    @Test
    void tellsAResetFromATruncatedAnswer() throws IOException {
        var reset = raw(socket -> {
            readHead(socket);
            socket.setSoLinger(true, 0);
        });
        var shortBody = raw(socket -> {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nonly this");
        });
        var shortChunk = raw(socket -> {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nonly");
        });

        assertThat(failure(reset, LOOPBACK, LONG).kind()).isEqualTo(OutboundFailure.Kind.RESET);
        var cut = failure(shortBody, LOOPBACK, LONG);
        assertThat(cut.kind()).isEqualTo(OutboundFailure.Kind.RESET);
        assertThat(cut.sentence()).contains("200");
        assertThat(failure(shortChunk, LOOPBACK, LONG).kind()).isEqualTo(OutboundFailure.Kind.RESET);
    }

    @Test
    void refusesAFloodOfHeaders() throws IOException {
        var flood = raw(socket -> {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\n" + "X-Flood: 1\r\n".repeat(10_000) + "\r\n");
        });
        var long1 = raw(socket -> {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(200_000) + "\r\n\r\n");
        });

        assertThat(failure(flood, LOOPBACK, LONG).kind()).isEqualTo(OutboundFailure.Kind.TOO_LARGE);
        assertThat(failure(long1, LOOPBACK, LONG).kind()).isEqualTo(OutboundFailure.Kind.TOO_LARGE);
    }

    @Test
    void tellsAnswersThatAreNotHttp() throws IOException {
        var other = raw(socket -> write(socket, "220 mail.example ESMTP ready\r\n"));

        assertThat(failure(other, LOOPBACK, LONG).kind())
                .isIn(OutboundFailure.Kind.PROTOCOL, OutboundFailure.Kind.RESET);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }

        var failure = failure("http://127.0.0.1:" + free + "/", LOOPBACK, LONG);

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.CONNECT);
    }

    @Test
    void saysThatTheOtherSideSpeaksNoTls() {
        var failure = failure(url("/echo").replace("http:", "https:"), LOOPBACK, LONG);

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.TLS);
    }

    @Test
    void sendsAgainOnceWhenAKeptConnectionHadBeenClosed() throws IOException {
        var connections = new AtomicInteger();
        var answered = raw(socket -> {
            if (connections.incrementAndGet() == 1) {
                readHead(socket);
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                readHead(socket);
                socket.setSoLinger(true, 0);
            } else {
                readHead(socket);
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        });
        var policy = new OutboundPolicy("1/retry", LOOPBACK.openings(), true, 1);
        http.send(OutboundRequest.get(answered, List.of()), policy, LONG);

        var second = http.send(OutboundRequest.get(answered, List.of()), policy, LONG);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.reused()).isFalse();
        assertThat(second.remarks()).anyMatch(remark -> remark.contains("sent again"));
        assertThat(connections).hasValue(2);
    }

    @Test
    void doesNotSendAWriteAgain() throws IOException {
        var answered = raw(socket -> {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            readHead(socket);
            socket.setSoLinger(true, 0);
        });
        var policy = new OutboundPolicy("1/once", LOOPBACK.openings(), true, 1);
        http.send(OutboundRequest.get(answered, List.of()), policy, LONG);

        var failure = catchThrowableOfType(
                OutboundFailure.class,
                () -> http.send(new OutboundRequest("POST", answered, List.of(), new byte[] {1}), policy, LONG));

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.RESET);
    }

    @Test
    void refusesWhatWouldChangeTheMessage() {
        var request = OutboundRequest.get(url("/echo"), List.of(new Header("X-Id", "1\r\nX-Evil: 2")));

        var failure = catchThrowableOfType(OutboundFailure.class, () -> http.send(request, LOOPBACK, LONG));

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.REFUSED);
        assertThat(failure.refusal().orElseThrow().rule()).isEqualTo(AddressRule.MESSAGE);
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() throws Exception {
        var reached = new CountDownLatch(1);
        var silent = raw(socket -> {
            readHead(socket);
            reached.countDown();
            readHead(socket);
        });
        var caught = new AtomicReference<OutboundFailure>();
        var caller = Thread.ofVirtual().start(() -> caught.set(failure(silent, LOOPBACK, LONG)));
        reached.await();

        caller.interrupt();
        caller.join(Duration.ofSeconds(10));

        assertThat(caught.get().kind()).isEqualTo(OutboundFailure.Kind.CANCELLED);
    }

    private static OutboundFailure failure(String url, OutboundPolicy policy, Duration total) {
        return catchThrowableOfType(
                OutboundFailure.class, () -> http.send(OutboundRequest.get(url, List.of()), policy, total));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String text(OutboundAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var text = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(
                        value -> text.append(name).append(": ").append(value).append('\n')));
        text.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static void zipped(HttpExchange exchange, byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, bytes.size());
        try (var body = exchange.getResponseBody()) {
            body.write(bytes.toByteArray());
        }
    }

    /** A server that plays the script on every connection and then closes it. */
    private static String raw(Script script) throws IOException {
        var listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    var socket = listener.accept();
                    Thread.ofVirtual().start(() -> play(script, socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return "http://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    private static void play(Script script, Socket socket) {
        try (socket) {
            script.play(socket);
        } catch (IOException e) {
            // the client went away first
        }
    }

    private static void readHead(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var last = 0;
        for (var c = in.read(); c >= 0; c = in.read()) {
            last = (last << 8) | c;
            if (last == 0x0d0a0d0a) {
                return;
            }
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void dripUntilClosed(Socket socket) throws IOException {
        var pause = new CountDownLatch(1);
        while (true) {
            write(socket, "x");
            try {
                pause.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
