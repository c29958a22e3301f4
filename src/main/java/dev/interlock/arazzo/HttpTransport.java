package dev.interlock.arazzo;

import java.time.Duration;

/** Sends one request and waits for the answer. Never follows redirects and never tries again by itself. */
@FunctionalInterface
public interface HttpTransport {

    /**
     * Sends a request.
     *
     * @param call the request
     * @param timeout longest time until the whole answer is there
     * @throws TransportFailure when there is no answer
     * @throws InterruptedException when the thread is interrupted
     */
    HttpAnswer send(HttpCall call, Duration timeout) throws TransportFailure, InterruptedException;
}
