package dev.interlock.history;

/** What a run is for. Only {@link #MAIN} and {@link #RELEASE} can be evidence. */
public enum Purpose {
    MAIN,
    CHANGE,
    RELEASE,
    AD_HOC;

    /** True when runs of this purpose may teach risk and verify paths. */
    public boolean mayBeEvidence() {
        return this == MAIN || this == RELEASE;
    }
}
