package dev.interlock.openapi;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads security schemes of both families of versions. */
final class SecuritySchemes {
    private SecuritySchemes() {}

    static SecurityScheme read(String name, JsonNode scheme) {
        var type = scheme.path("type").asString("");
        var basic = type.equals("basic");
        return new SecurityScheme(
                name,
                basic ? "http" : type,
                basic ? "basic" : scheme.path("scheme").asString("").toLowerCase(Locale.ROOT),
                scheme.path("in").asString(""),
                type.equals("apiKey") ? scheme.path("name").asString("") : "",
                tokenUrl(scheme));
    }

    private static String tokenUrl(JsonNode scheme) {
        if (scheme.path("tokenUrl").isString()) {
            return scheme.path("tokenUrl").stringValue();
        }
        var flows = scheme.path("flows");
        var preferred = flows.path("clientCredentials").path("tokenUrl").asString("");
        return preferred.isEmpty()
                ? flows.valueStream()
                        .map(flow -> flow.path("tokenUrl").asString(""))
                        .filter(url -> !url.isEmpty())
                        .findFirst()
                        .orElse("")
                : preferred;
    }
}
