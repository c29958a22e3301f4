package dev.interlock.catalog;

/** What a service is to the landscape. */
public enum ServiceKind {
    /** Deployed by the company itself; has versions and deployments. */
    INTERNAL,
    /** Run by somebody else. */
    THIRD_PARTY,
    DATABASE,
    BROKER
}
