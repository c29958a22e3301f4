package dev.interlock.openapi;

import java.util.Optional;

/**
 * A header of a response.
 *
 * @param name name, compared without regard to case
 * @param required whether every such response has it
 * @param schema schema of its value, if given
 * @param pointer where it is declared
 */
public record Header(String name, boolean required, Optional<Located> schema, String pointer) {}
