package dev.interlock.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server of a few words (RFC 5321) that keeps what it is given. */
final class MailBox implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> mails = new CopyOnWriteArrayList<>();

    MailBox() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Mails as they were sent, envelope first. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void listen() {
        try {
            while (!server.isClosed()) {
                var socket = server.accept();
                threads.execute(() -> talk(socket));
            }
        } catch (IOException closed) {
            threads.shutdownNow();
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = socket.getOutputStream()) {
            say(out, "220 box ready");
            var mail = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                if (word.startsWith("DATA")) {
                    say(out, "354 go on");
                    readMail(in, mail);
                    mails.add(mail.toString());
                } else if (word.startsWith("RCPT") || word.startsWith("MAIL")) {
                    mail.append(line).append('\n');
                }
                say(out, "250 ok");
            }
        } catch (IOException gone) {
            mails.add("broken off: " + gone.getMessage());
        }
    }

    private static void readMail(BufferedReader in, StringBuilder mail) throws IOException {
        for (var line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
            mail.append(line).append('\n');
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
