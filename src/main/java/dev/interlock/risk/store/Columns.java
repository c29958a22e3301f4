package dev.interlock.risk.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Rows turned into columns, for statements that store many rows at once: the database reads arrays faster than documents.
 *
 * @param <T> a row
 */
record Columns<T>(List<T> rows) {
    static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    String[] texts(Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    Double[] numbers(ToDoubleFunction<T> value) {
        return rows.stream().map(value::applyAsDouble).toArray(Double[]::new);
    }

    Boolean[] flags(Predicate<T> value) {
        return rows.stream().map(value::test).toArray(Boolean[]::new);
    }
}
