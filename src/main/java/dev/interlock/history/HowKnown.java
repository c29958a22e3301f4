package dev.interlock.history;

/** How the blamed hop is known. */
public enum HowKnown {
    /** From the spans of a distributed trace. */
    TRACE,
    /** From a tap between the two services. */
    TAP,
    /** Only what the entry answered is known: the fault is somewhere on the stretch. */
    ENTRY_ONLY
}
