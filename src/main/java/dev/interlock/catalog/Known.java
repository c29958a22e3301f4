package dev.interlock.catalog;

/** How an integration is known. */
public enum Known {
    DECLARED,
    SPECIFICATION,
    TRACE,
    COMPOSE,
    TAP
}
