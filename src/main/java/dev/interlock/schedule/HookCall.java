package dev.interlock.schedule;

/**
 * A webhook as it came in, signed as Standard Webhooks 1.0 says.
 *
 * @param id header {@code webhook-id}
 * @param timestamp header {@code webhook-timestamp}, seconds since 1970
 * @param signature header {@code webhook-signature}, one or several separated by spaces
 * @param body exactly as received
 */
public record HookCall(String id, String timestamp, String signature, String body) {}
