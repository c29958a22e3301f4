package dev.interlock.catalog;

import java.util.List;
import java.util.Map;

/**
 * Who a request speaks for. Secret values live with the secrets of the environment; here are their names only.
 *
 * @param tokenUrl for CLIENT_CREDENTIALS, otherwise empty
 * @param scopes for CLIENT_CREDENTIALS, otherwise empty
 * @param in for API_KEY: "header" or "query", otherwise empty
 * @param parameter for API_KEY: name of the header or query parameter, otherwise empty
 * @param username for BASIC the user, for CLIENT_CREDENTIALS the client id, otherwise empty
 * @param secrets role to name of the secret: "clientSecret", "password", "key" or "token";
 *     for MTLS "certificate" and "key", both in PEM
 */
public record Identity(
        IdentityType type,
        String tokenUrl,
        List<String> scopes,
        String in,
        String parameter,
        String username,
        Map<String, String> secrets) {
    /** Copies the collections. */
    public Identity {
        scopes = List.copyOf(scopes);
        secrets = Map.copyOf(secrets);
    }
}
