package dev.interlock.history;

import java.util.List;

/** The verdict of one item of a run. */
public enum Outcome {
    /** Everything that was checked held. */
    PASSED('P'),
    /** An assertion or a contract did not hold. */
    FAILED('F'),
    /** No verdict: set-up, transport or engine gave way before one was reached. */
    BROKEN('B'),
    /** Not sent, because a service it needs failed its unit tests or is unreachable. */
    BLOCKED('K'),
    /** Left out on purpose. */
    SKIPPED('S'),
    /** Stopped by a person or by the clock. */
    CANCELLED('C');

    private static final Outcome[] ALL = values();
    private final char letter;

    Outcome(char letter) {
        this.letter = letter;
    }

    /** True when the outcome says something about the product: passed or failed. */
    public boolean isVerdict() {
        return this == PASSED || this == FAILED;
    }

    /** True when the outcome needs an explanation: failed or broken. */
    public boolean isFault() {
        return this == FAILED || this == BROKEN;
    }

    /** One letter, unique among outcomes; strips are stored with it. */
    public char letter() {
        return letter;
    }

    /** The outcome with this letter; refuses others with an {@link IllegalArgumentException}. */
    public static Outcome of(char letter) {
        for (var outcome : ALL) {
            if (outcome.letter == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome has the letter " + letter);
    }

    /** The outcomes of a strip, in its order. */
    public static List<Outcome> strip(String letters) {
        return letters.chars().mapToObj(letter -> of((char) letter)).toList();
    }

    /** The one that says more: a failure before a broken item, before a pass, before anything not sent. */
    public Outcome worse(Outcome other) {
        return weight() >= other.weight() ? this : other;
    }

    private int weight() {
        return switch (this) {
            case FAILED -> 5;
            case BROKEN -> 4;
            case PASSED -> 3;
            case BLOCKED -> 2;
            case CANCELLED -> 1;
            case SKIPPED -> 0;
        };
    }
}
