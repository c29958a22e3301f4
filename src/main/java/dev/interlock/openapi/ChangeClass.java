package dev.interlock.openapi;

/** What a change means to those who use an interface, the mildest first. */
public enum ChangeClass {
    /** Nothing that matters to callers differs. */
    NONE,
    /** Worth knowing; nobody has to do anything. */
    INFO,
    /** Callers go on working. */
    NON_BREAKING,
    /** Part of it cannot be judged; look at it. */
    UNKNOWN,
    /** Some callers will stop working. */
    BREAKING;

    ChangeClass worse(ChangeClass other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
