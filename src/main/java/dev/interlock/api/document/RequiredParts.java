package dev.interlock.api.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks as required what a record always has: parts that are not nullable are never left out of an answer. */
final class RequiredParts {
    private RequiredParts() {}

    static void mark(OpenAPI contract) {
        contract.getComponents()
                .getSchemas()
                .forEach((name, schema) ->
                        SchemaNames.SHARED.type(name).filter(Class::isRecord).ifPresent(type -> mark(schema, type)));
    }

    private static void mark(Schema<?> schema, Class<?> type) {
        Map<String, ?> properties = schema.getProperties();
        var required = properties == null ? List.<String>of() : always(type, properties.keySet());
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
    }

    private static List<String> always(Class<?> type, Collection<String> properties) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(part -> !isLeftOutWhenEmpty(type, part))
                .map(RecordComponent::getName)
                .filter(properties::contains)
                .toList();
    }

    private static boolean isLeftOutWhenEmpty(Class<?> type, RecordComponent part) {
        return type.isAnnotationPresent(JsonInclude.class) && Collection.class.isAssignableFrom(part.getType());
    }
}
