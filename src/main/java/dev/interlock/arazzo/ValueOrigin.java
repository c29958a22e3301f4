package dev.interlock.arazzo;

/**
 * Where a value of a request came from.
 *
 * @param place place in the request: {@code path orderId}, {@code body /sku}
 * @param expression expression as written
 * @param origin its origin in words: {@code output orderId of step create}, {@code input sku (data row 3)}
 * @param value the value as text, shortened
 */
public record ValueOrigin(String place, String expression, String origin, String value) {}
