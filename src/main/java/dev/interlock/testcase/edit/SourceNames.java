package dev.interlock.testcase.edit;

import dev.interlock.arazzo.DocumentText;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Keys;
import dev.interlock.testcase.document.CheckedWorkflow;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The name a document gives to the interface of a service. */
final class SourceNames {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SourceNames() {}

    /** The name the document has already. */
    static Optional<String> find(DocumentText text, ServiceKey service) {
        return text.at("/sourceDescriptions")
                .valueStream()
                .filter(source -> Keys.propose(said(source)).equals(service.value()))
                .map(source -> source.path("name").asString(""))
                .findFirst();
    }

    /** A name for a service; expressions cannot hold dots in it. */
    static String propose(ServiceKey service) {
        return service.value().replace('.', '-');
    }

    /** The document with the interface of a service among its sources. */
    static DocumentText with(DocumentText text, ServiceKey service) {
        var name = propose(service);
        var source = NODES.objectNode()
                .put("name", name)
                .put("url", "services/" + service + "/openapi.json")
                .put("type", "openapi");
        if (!name.equals(service.value())) {
            source.put(CheckedWorkflow.SERVICE, service.value());
        }
        var sources = text.at("/sourceDescriptions");
        return sources.isArray()
                ? text.set("/sourceDescriptions/" + sources.size(), source)
                : text.set("/sourceDescriptions", NODES.arrayNode().add(source));
    }

    private static String said(JsonNode source) {
        var said = source.path(CheckedWorkflow.SERVICE).asString("");
        return said.isBlank() ? source.path("name").asString("") : said;
    }
}
