package dev.interlock.openapi;

/**
 * How much a document holds.
 *
 * @param operations operations under paths, references of path items followed
 * @param operationsAsWritten the same counting only methods written directly in a path item
 * @param paths keys under paths
 * @param webhookOperations operations under webhooks
 * @param callbackOperations operations under callbacks of operations, referenced callbacks not followed
 * @param furtherMethods operations of 3.2 under {@code query} and {@code additionalOperations}
 * @param schemas named schemas
 */
public record DocumentCounts(
        int operations,
        int operationsAsWritten,
        int paths,
        int webhookOperations,
        int callbackOperations,
        int furtherMethods,
        int schemas) {}
