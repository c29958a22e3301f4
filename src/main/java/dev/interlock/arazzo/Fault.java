package dev.interlock.arazzo;

/** A step cannot be sent: something is missing. */
final class Fault extends Exception {
    final FailureCause causeClass;

    Fault(FailureCause causeClass, String sentence) {
        super(sentence);
        this.causeClass = causeClass;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
