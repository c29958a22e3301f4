package dev.interlock.outbound;

import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens during one exchange, noted by the hooks of the client on the thread that carries it out. */
final class Exchange {
    static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    /** The parts whose time is told apart. */
    enum Part {
        DNS("looking the name up"),
        CONNECT("connecting"),
        TLS("the TLS handshake"),
        SEND("sending the request"),
        AWAIT("waiting for the answer to begin"),
        RECEIVE("receiving the answer");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private final long began = System.nanoTime();
    private final Map<Part, Long> nanos = new EnumMap<>(Part.class);
    private @Nullable Part current;
    private long currentBegan = began;
    private boolean connected;
    private volatile @Nullable Socket socket;
    private volatile boolean expired;

    static <T, E extends Exception> T timed(Part part, Work<T, E> work) throws E {
        if (!CURRENT.isBound()) {
            return work.run();
        }
        CURRENT.get().begin(part);
        return work.run();
    }

    /** Ends the part before and begins this one. */
    void begin(Part part) {
        end();
        current = part;
    }

    void end() {
        var now = System.nanoTime();
        if (current != null) {
            nanos.merge(current, now - currentBegan, Long::sum);
        }
        currentBegan = now;
        current = null;
    }

    void connectedBy(Socket newSocket) {
        connected = true;
        socket = newSocket;
    }

    /** Whether the request went over a connection made for an earlier one. */
    boolean reused() {
        return !connected;
    }

    /** Whether a first line of the answer came. */
    boolean answered() {
        return current == Part.RECEIVE || nanos.containsKey(Part.RECEIVE);
    }

    void expire() {
        expired = true;
        var open = socket;
        if (open != null) {
            ApacheGuardedHttp.closeQuietly(open);
        }
    }

    boolean expired() {
        return expired;
    }

    /** What is or was going on last. */
    String doing() {
        return current == null ? "waiting for a free connection" : current.words();
    }

    boolean inHandshake() {
        return current == Part.TLS;
    }

    Timings timings() {
        return new Timings(
                of(Part.DNS),
                of(Part.CONNECT),
                of(Part.TLS),
                of(Part.SEND),
                of(Part.AWAIT),
                of(Part.RECEIVE),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private Duration of(Part part) {
        return Duration.ofNanos(nanos.getOrDefault(part, 0L));
    }
}
