package dev.interlock.security;

/**
 * Somebody with an account.
 *
 * @param active false when signing in is switched off
 */
public record Person(long id, String name, String email, boolean instanceAdmin, boolean active) {}
