package dev.interlock.arazzo;

import java.net.URI;
import java.util.Optional;

/**
 * What a source description stands for while a workflow runs.
 *
 * @param operations its operations, for OpenAPI sources
 * @param baseUrl address of the service in the environment; without one the first server of the interface is taken
 * @param credentials credentials of the environment
 * @param document the other Arazzo document, for Arazzo sources
 */
public record Source(
        Optional<OperationIndex> operations,
        Optional<URI> baseUrl,
        Credentials credentials,
        Optional<ArazzoDocument> document) {

    /** A service with its operations at an address. */
    public static Source service(OperationIndex operations, URI baseUrl) {
        return new Source(Optional.of(operations), Optional.of(baseUrl), Credentials.NONE, Optional.empty());
    }

    /** Operations without an address, enough for checking a document. */
    public static Source described(OperationIndex operations) {
        return new Source(Optional.of(operations), Optional.empty(), Credentials.NONE, Optional.empty());
    }

    /** Another Arazzo document; its own sources are looked up by name among the same sources. */
    public static Source workflows(ArazzoDocument document) {
        return new Source(Optional.empty(), Optional.empty(), Credentials.NONE, Optional.of(document));
    }

    /** The same with credentials. */
    public Source with(Credentials granted) {
        return new Source(operations, baseUrl, granted, document);
    }
}
