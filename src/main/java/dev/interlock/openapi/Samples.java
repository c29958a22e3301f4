package dev.interlock.openapi;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes values for parameters and bodies, the same ones each time. Safe for threads. */
public final class Samples {
    private final OpenApiDocument document;

    public Samples(OpenApiDocument document) {
        this.document = document;
    }

    /** A value for a parameter. */
    public Sample of(Parameter parameter) {
        return first(parameter.examples(), parameter.schema());
    }

    /** A body in the content to prefer; empty when the body describes no content. */
    public Optional<Sample> of(RequestBody body) {
        return body.preferred().map(this::of);
    }

    /** A body of one media type, properties only meant for answers left out. */
    public Sample of(Content content) {
        return first(content.examples(), content.schema());
    }

    /** A value for a schema. */
    public Sample ofSchema(Located schema) {
        var maker = new SampleMaker(document);
        var value = maker.make(schema);
        return new Sample(value, !maker.madeUp());
    }

    private Sample first(List<Example> examples, Optional<Located> schema) {
        if (!examples.isEmpty()) {
            return new Sample(examples.getFirst().value(), true);
        }
        return schema.map(this::ofSchema)
                .orElseGet(() -> new Sample(JsonNodeFactory.instance.stringNode("sample"), false));
    }
}
