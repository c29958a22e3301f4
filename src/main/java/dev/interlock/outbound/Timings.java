package dev.interlock.outbound;

import java.time.Duration;

/**
 * Where the time of one exchange went. A part that did not happen, such as connecting on a reused connection, is zero.
 *
 * @param dns looking the name up
 * @param connect opening the socket
 * @param tls the handshake
 * @param send writing the request
 * @param await from the last byte sent to the first line of the answer
 * @param receive reading the answer
 * @param total from the call to its end, waiting for a free connection included
 */
public record Timings(
        Duration dns,
        Duration connect,
        Duration tls,
        Duration send,
        Duration await,
        Duration receive,
        Duration total) {}
