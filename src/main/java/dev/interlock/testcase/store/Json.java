package dev.interlock.testcase.store;

import dev.interlock.platform.Finding;
import dev.interlock.testcase.ManualStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small lists kept as JSON text in one column. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static List<String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    static List<ManualStep> steps(String json) {
        return MAPPER.readValue(json, new TypeReference<List<ManualStep>>() {});
    }

    @SuppressWarnings("NullAway") // the values a type reference reads may be null, which it cannot say
    static List<Map<String, @Nullable Object>> rows(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Map<String, @Nullable Object>>>() {});
    }

    static List<Finding> findings(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Finding>>() {});
    }
}
