package dev.interlock.start;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A server that greets as a PostgreSQL of some version does, lets everybody in, and answers every question with one row of
 * one text.
 */
final class OldPostgres implements AutoCloseable {
    private static final int ASKS_FOR_TLS = 80_877_103;
    private static final int TEXT = 25;

    private final ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final String version;

    OldPostgres(String version) throws IOException {
        this.version = version;
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/interlock";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var one = socket.accept();
                Thread.ofVirtual().start(() -> serve(one));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket one) {
        try (one) {
            var in = new DataInputStream(one.getInputStream());
            var out = new DataOutputStream(one.getOutputStream());
            greet(in, out);
            while (answer(in, out)) {
                out.flush();
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private void greet(DataInputStream in, DataOutputStream out) throws IOException {
        while (startup(in) == ASKS_FOR_TLS) {
            out.write('N');
            out.flush();
        }
        send(out, 'R', message -> message.writeInt(0));
        var parameters = Map.of(
                "server_version", version,
                "server_encoding", "UTF8",
                "client_encoding", "UTF8",
                "DateStyle", "ISO, MDY",
                "TimeZone", "UTC",
                "integer_datetimes", "on",
                "standard_conforming_strings", "on");
        for (var parameter : parameters.entrySet()) {
            send(out, 'S', message -> {
                text(message, parameter.getKey());
                text(message, parameter.getValue());
            });
        }
        send(out, 'K', message -> message.writeLong(1));
        ready(out);
        out.flush();
    }

    /** Reads a message without a letter and gives the number it begins with. */
    private static int startup(DataInputStream in) throws IOException {
        var length = in.readInt();
        var number = in.readInt();
        in.readNBytes(length - 8);
        return number;
    }

    private static boolean answer(DataInputStream in, DataOutputStream out) throws IOException {
        var kind = in.read();
        if (kind < 0 || kind == 'X') {
            return false;
        }
        in.readNBytes(in.readInt() - 4);
        switch (kind) {
            case 'P' -> send(out, '1', message -> {});
            case 'B' -> send(out, '2', message -> {});
            case 'C' -> send(out, '3', message -> {});
            case 'D' -> describe(out);
            case 'E' -> row(out);
            case 'Q' -> {
                describe(out);
                row(out);
                ready(out);
            }
            case 'S' -> ready(out);
            default -> {}
        }
        return true;
    }

    private static void describe(DataOutputStream out) throws IOException {
        send(out, 'T', message -> {
            message.writeShort(1);
            text(message, "answer");
            message.writeInt(0);
            message.writeShort(0);
            message.writeInt(TEXT);
            message.writeShort(-1);
            message.writeInt(-1);
            message.writeShort(0);
        });
    }

    private static void row(DataOutputStream out) throws IOException {
        var value = "read committed".getBytes(StandardCharsets.UTF_8);
        send(out, 'D', message -> {
            message.writeShort(1);
            message.writeInt(value.length);
            message.write(value);
        });
        send(out, 'C', message -> text(message, "SELECT 1"));
    }

    private static void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', message -> message.write('I'));
    }

    /** Writes what a message holds. */
    private interface Content {
        void to(DataOutputStream message) throws IOException;
    }

    private static void send(DataOutputStream out, char kind, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.to(new DataOutputStream(bytes));
        out.write(kind);
        out.writeInt(bytes.size() + 4);
        bytes.writeTo(out);
    }

    private static void text(DataOutputStream message, String text) throws IOException {
        message.write(text.getBytes(StandardCharsets.UTF_8));
        message.write(0);
    }
}
