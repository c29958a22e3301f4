package dev.interlock.arazzo;

/** There is no answer; says why in one sentence for people. */
public final class TransportFailure extends Exception {
    private final FailureCause cause;

    /**
     * @param cause CONNECT, DNS, TLS, TIMEOUT, POLICY or ENGINE
     * @param sentence what happened, to what, what to do next
     */
    public TransportFailure(FailureCause cause, String sentence) {
        super(sentence);
        this.cause = cause;
    }

    /** The class of the cause. */
    public FailureCause causeClass() {
        return cause;
    }

    /** What happened. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
