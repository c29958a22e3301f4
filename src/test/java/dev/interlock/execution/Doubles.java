package dev.interlock.execution;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes stand-ins that answer what they are told, and nothing otherwise. */
final class Doubles {
    private Doubles() {}

    /** One answer. */
    interface Answer {
        @Nullable
        Object to(@Nullable Object[] arguments);
    }

    static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var answer = answers.get(method.getName());
                    if (answer != null) {
                        return answer.to(arguments);
                    }
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> "a double of " + type.getSimpleName();
                        default -> nothing(method.getReturnType());
                    };
                }));
    }

    /** A value nobody looks into. */
    static Object any() {
        return new Object();
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }
}
