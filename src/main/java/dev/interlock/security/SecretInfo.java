package dev.interlock.security;

import java.time.Instant;

/** What may be known of a secret: never its value. */
public record SecretInfo(String name, Instant setAt, String setBy) {}
