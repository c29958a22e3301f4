package dev.interlock.arazzo;

import java.util.Optional;

/** The run ends here, whatever the document says: cancelled, or a limit reached. */
final class Stopped extends Exception {
    final Verdict verdict;
    final Optional<FailureCause> causeClass;

    Stopped(Verdict verdict, Optional<FailureCause> causeClass, String sentence) {
        super(sentence);
        this.verdict = verdict;
        this.causeClass = causeClass;
    }

    static Stopped cancelled() {
        return new Stopped(Verdict.CANCELLED, Optional.empty(), "The run was cancelled.");
    }

    static Stopped limit(String sentence) {
        return new Stopped(Verdict.BROKEN, Optional.of(FailureCause.ENGINE), sentence);
    }

    static Stopped late(String sentence) {
        return new Stopped(Verdict.BROKEN, Optional.of(FailureCause.TIMEOUT), sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
