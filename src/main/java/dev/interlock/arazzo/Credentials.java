package dev.interlock.arazzo;

import java.util.List;

/** Gives the credentials of the environment for a call; headers the step sets itself win. */
@FunctionalInterface
public interface Credentials {

    /** No credentials. */
    Credentials NONE = (operation, call) -> new Granted(List.of(), List.of());

    /**
     * What to add to a call.
     *
     * @throws TransportFailure when a credential cannot be had
     * @throws InterruptedException when the thread is interrupted
     */
    Granted grant(CalledOperation operation, HttpCall call) throws TransportFailure, InterruptedException;

    /**
     * What to add to a call.
     *
     * @param headers header fields
     * @param query query parameters, not yet encoded
     */
    record Granted(List<HttpHeader> headers, List<HttpHeader> query) {
        public Granted {
            headers = List.copyOf(headers);
            query = List.copyOf(query);
        }
    }
}
