package dev.interlock.web;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A double of an offered type: answers by name of the method, and with nothing where nothing was said. */
final class Answers {
    private Answers() {}

    static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            var answer = answers.get(method.getName());
            if (answer != null) {
                return answer.apply(given);
            }
            return switch (method.getName()) {
                case "toString" -> "double of " + type.getSimpleName();
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == given[0];
                default -> nothing(method.getReturnType());
            };
        }));
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        return Collection.class.isAssignableFrom(type) ? List.of() : null;
    }
}
