package dev.interlock.catalog;

/** How far a deployment has come. */
public enum DeploymentState {
    STARTED,
    FINISHED,
    ROLLED_BACK
}
