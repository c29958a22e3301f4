package dev.interlock.platform;

/** How a refusal is answered; each kind has one HTTP status. */
public enum Kind {
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED(415),
    REJECTED(422),
    PRECONDITION_REQUIRED(428),
    BUSY(429);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    /** The HTTP status, 400 to 429. */
    public int status() {
        return status;
    }
}
