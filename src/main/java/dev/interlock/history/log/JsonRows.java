package dev.interlock.history.log;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Turns records into one JSON parameter, so that a set of rows takes one statement. */
final class JsonRows {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private JsonRows() {}

    static String of(List<?> rows) {
        return MAPPER.writeValueAsString(rows);
    }

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
