package dev.interlock.api.catalog;

import org.jspecify.annotations.Nullable;

/** Stands in for what a request leaves out. */
final class Given {
    private Given() {}

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
