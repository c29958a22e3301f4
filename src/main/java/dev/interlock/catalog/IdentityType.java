package dev.interlock.catalog;

/** How an identity proves itself. */
public enum IdentityType {
    CLIENT_CREDENTIALS,
    BASIC,
    API_KEY,
    BEARER,
    /** A certificate of the client. */
    MTLS
}
