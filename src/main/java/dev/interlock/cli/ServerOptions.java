package dev.interlock.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server a command asks, and with which token. */
final class ServerOptions {
    @Option(
            names = "--server",
            defaultValue = "${env:INTERLOCK_URL:-http://localhost:8080}",
            description = "address of the server (INTERLOCK_URL)")
    String server = "";

    @Option(names = "--token", defaultValue = "${env:INTERLOCK_TOKEN:-}", description = "API token (INTERLOCK_TOKEN)")
    String token = "";

    /**
     * Why nothing can be asked with these, in one sentence; nothing when it can.
     *
     * @param scopes what the token has to be good for, in words
     */
    Optional<String> refusal(String scopes) {
        if (ServerAddress.restOf(server).isEmpty()) {
            return Optional.of(
                    "\"" + server + "\" is no address of a server. Write for example http://localhost:8080.");
        }
        if (token.isBlank()) {
            return Optional.of("A token is missing. Make one under Tokens with " + scopes
                    + ", and give it by --token or INTERLOCK_TOKEN.");
        }
        return Optional.empty();
    }

    /** A client of that server; ask for the {@link #refusal} first. */
    ServerClient client() {
        return new ServerClient(ServerAddress.restOf(server).orElseThrow(), token.strip());
    }

    /** What a failure to talk to the server means for who typed the command. */
    String words(IOException failure) {
        return failure instanceof ServerRefused
                ? String.valueOf(failure.getMessage())
                : "The server at " + server + " gave no answer: " + silence(failure)
                        + ". Check --server and that it runs.";
    }

    private static String silence(IOException failure) {
        if (failure.getCause() instanceof UnresolvedAddressException) {
            return "the name is not known here";
        }
        return failure instanceof ConnectException
                ? "nobody takes a connection there"
                : CommandLineTools.reason(failure);
    }
}
