package dev.interlock.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The addresses a document names. */
final class Servers {
    private Servers() {}

    static List<Server> of(JsonNode root, OpenApiVersion version) {
        return version == OpenApiVersion.V2_0 ? fromHost(root) : listed(root.path("servers"));
    }

    static List<Server> listed(JsonNode servers) {
        var list = new ArrayList<Server>();
        for (var server : servers) {
            if (server.path("url").isString()) {
                list.add(new Server(filled(server), server.path("description").asString("")));
            }
        }
        return list;
    }

    private static String filled(JsonNode server) {
        var url = server.path("url").stringValue();
        for (var variable : server.path("variables").properties()) {
            var value = variable.getValue().path("default").asString("");
            url = value.isEmpty() ? url : url.replace("{" + variable.getKey() + "}", value);
        }
        return url;
    }

    private static List<Server> fromHost(JsonNode root) {
        var host = root.path("host").asString("");
        var basePath = root.path("basePath").asString("");
        if (host.isEmpty()) {
            return basePath.isEmpty() ? List.of() : List.of(new Server(basePath, ""));
        }
        var schemes = root.path("schemes")
                .valueStream()
                .map(scheme -> scheme.asString("https"))
                .toList();
        return (schemes.isEmpty() ? List.of("https") : schemes)
                .stream()
                        .map(scheme -> new Server(scheme + "://" + host + basePath, ""))
                        .toList();
    }
}
