package dev.interlock.arazzo;

/** What a broken contract means for a step. */
public enum ContractMode {
    /** Answers are not checked. */
    OFF,
    /** Broken contracts are reported and change no verdict. */
    WARN,
    /** A broken contract fails the step. */
    ERROR
}
