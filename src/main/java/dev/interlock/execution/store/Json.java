package dev.interlock.execution.store;

import dev.interlock.catalog.ServiceKey;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Values of this module as JSON columns. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addKeyDeserializer(ServiceKey.class, new ServiceKeys()))
            .build();

    private static final class ServiceKeys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return new ServiceKey(key);
        }
    }

    private Json() {}

    /** A value as text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A text as value. */
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** A text as value of a generic type. */
    public static <T> T read(String text, TypeReference<T> type) {
        return MAPPER.readValue(text, type);
    }
}
