package dev.interlock.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The schemas of one document, compiled when first needed and kept. Safe for threads. */
final class CompiledSchemas {
    private static final String BASE = "urn:interlock:document";
    private static final long MAX_STEPS = 5_000_000;
    private static final int MAX_DEPTH = 2_000;

    private final SafePatterns patterns = new SafePatterns();
    private final SchemaTree tree;
    private final boolean newer;
    private final Map<String, Optional<Schema>> compiled = new ConcurrentHashMap<>();
    private final Object building = new Object();
    private volatile @Nullable Schema root;

    CompiledSchemas(OpenApiDocument document) {
        this.tree = new SchemaTree(document);
        this.newer = document.version().usesJsonSchema2020();
    }

    /** What does not fit; empty when there is no schema at the place. */
    Optional<List<Error>> errors(String pointer, JsonNode value) {
        return compiled.computeIfAbsent(pointer, this::compile)
                .map(schema -> schema.validate(
                        value,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)
                                .maxEvaluationSteps(MAX_STEPS)
                                .maxEvaluationDepth(MAX_DEPTH))));
    }

    /** Why part of a schema is not applied, such as a pattern that cannot be run safely. */
    Optional<String> uncheckedBecause(String pointer) {
        return tree.uncheckedBecause(pointer, patterns);
    }

    private Optional<Schema> compile(String pointer) {
        if (!tree.has(pointer)) {
            return Optional.empty();
        }
        var fragment = SchemaLocation.of(BASE + "#" + pointer).getFragment();
        return Optional.ofNullable(root().getSubSchema(fragment));
    }

    private Schema root() {
        var known = root;
        if (known == null) {
            synchronized (building) {
                known = root == null ? built() : root;
                root = known;
            }
        }
        return known;
    }

    private Schema built() {
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .preloadSchema(false)
                .regularExpressionFactory(patterns)
                .build();
        var dialect = newer ? SchemaDialects.NEWER : SchemaDialects.OLDER;
        return SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemaRegistryConfig(config))
                .getSchema(SchemaLocation.of(BASE), tree.root());
    }
}
