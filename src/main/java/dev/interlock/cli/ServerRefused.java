package dev.interlock.cli;

import java.io.IOException;

/** The server did not do what was asked; the message is its own sentence. */
class ServerRefused extends IOException {
    private final int status;

    ServerRefused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** The status of the answer. */
    int status() {
        return status;
    }

    /** Whether asking again later may help. */
    boolean isPassing() {
        return status == 429 || status >= 500;
    }
}
