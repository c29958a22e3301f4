package dev.interlock.catalog.store;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small values kept as JSON text in one column. */
public final class CatalogJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CatalogJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String text, TypeReference<T> type) {
        return MAPPER.readValue(text, type);
    }
}
