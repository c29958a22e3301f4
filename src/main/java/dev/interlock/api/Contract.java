package dev.interlock.api;

import dev.interlock.openapi.OpenApiDocument;

/** The OpenAPI document of the JSON contract, as this process serves it. */
public interface Contract {

    /** The document as JSON; the same bytes as long as the process runs. */
    byte[] json();

    /** The document as our own reader understands it. */
    OpenApiDocument document();
}
