package dev.interlock.arazzo;

/** Why a step has not passed. */
public enum FailureCause {
    /** A success criterion did not hold. */
    ASSERTION,
    /** The answer is not what the interface promises. */
    CONTRACT,
    /** No complete answer in time. */
    TIMEOUT,
    /** No connection. */
    CONNECT,
    /** The connection ended before the answer was whole. */
    RESET,
    /** What came back is not HTTP. */
    PROTOCOL,
    /** The name of the service is unknown. */
    DNS,
    /** The secure connection was refused. */
    TLS,
    /** Status 401 or 403 where another was expected. */
    AUTH,
    /** Something was missing before the first step. */
    SETUP,
    /** A workflow of the teardown did not pass. */
    TEARDOWN,
    /** An expression could not be worked out. */
    EXPRESSION,
    /** The outbound policy does not allow the address. */
    POLICY,
    /** Our own limits or faults. */
    ENGINE
}
