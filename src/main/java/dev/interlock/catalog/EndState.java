package dev.interlock.catalog;

import java.util.Optional;

/** What is known of one end of an integration in an environment. */
public enum EndState {
    READY(""),
    /** No version was ever reported. */
    NOTHING_REPORTED("no version was reported"),
    UNIT_TESTS_FAILED("its unit tests failed"),
    /** Deployed, but nobody said whether its unit tests passed. */
    UNIT_TESTS_UNKNOWN("the verdict of its unit tests is unknown"),
    /** A version passed its unit tests but is not deployed in the environment. */
    NOT_DEPLOYED("no version is deployed in this environment"),
    UNREACHABLE("it was not reachable at the last check"),
    /** Third party, database or broker that was never checked. */
    NOT_CHECKED("it was not checked in this environment yet");

    private final String missing;

    EndState(String missing) {
        this.missing = missing;
    }

    /** What is missing, as the end of a sentence; empty when ready. */
    public Optional<String> missing() {
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }

    /** Whether too little is known to say that it is not ready. */
    public boolean unknown() {
        return this == NOTHING_REPORTED || this == UNIT_TESTS_UNKNOWN || this == NOT_CHECKED;
    }
}
