package dev.interlock.api.document;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each type a schema name of its own: a record inside {@code ProjectEndpoints} is a {@code ProjectShown}, since
 * there are many records named {@code Shown}. Types of two modules with one name are told apart by the package.
 */
final class SchemaNames extends TypeNameResolver {
    /** One for the process, as the register of schemas it serves is. */
    static final SchemaNames SHARED = new SchemaNames();

    private static final String OURS = "dev.interlock.";

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    private SchemaNames() {}

    /** The type a schema was made of, generic ones without their arguments. */
    Optional<Class<?>> type(String schema) {
        return Optional.ofNullable(types.get(schema));
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return type.getName().startsWith(OURS) ? unique(plain(type), type) : super.nameForClass(type, options);
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        var name = super.nameForGenericType(type, options);
        types.putIfAbsent(name, type.getRawClass());
        return name;
    }

    private String unique(String name, Class<?> type) {
        var holder = types.computeIfAbsent(name, free -> type);
        return holder.equals(type) ? name : unique(lastPackage(type) + name, type);
    }

    private static String plain(Class<?> type) {
        var outer = type.getDeclaringClass();
        var name = type.getSimpleName();
        if (outer == null) {
            return name.endsWith("Endpoints") ? name.substring(0, name.length() - "Endpoints".length()) : name;
        }
        var around = plain(outer);
        return name.startsWith(around) ? name : around + name;
    }

    private static String lastPackage(Class<?> type) {
        var path = type.getPackageName();
        var last = path.substring(path.lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
