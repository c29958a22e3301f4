package dev.interlock.security;

import dev.interlock.platform.ProjectId;

/**
 * One landscape: everything else belongs to one.
 *
 * @param key its permanent name in addresses
 * @param demo whether it was made by the demo and leaves with it
 * @param version counts changes, for {@code ETag}
 */
public record Project(ProjectId id, String key, String name, boolean demo, long version) {}
