package dev.interlock.openapi;

/**
 * A way to prove who calls.
 *
 * @param name its key in the document
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}
 * @param scheme {@code basic} or {@code bearer} for type http, else empty
 * @param in place of an API key: {@code header}, {@code query} or {@code cookie}, else empty
 * @param parameter name of the header, query parameter or cookie of an API key, else empty
 * @param tokenUrl where OAuth clients get a token, else empty
 */
public record SecurityScheme(String name, String type, String scheme, String in, String parameter, String tokenUrl) {}
