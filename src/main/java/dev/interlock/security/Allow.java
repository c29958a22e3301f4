package dev.interlock.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a mapping below {@code {project}}: members with at least this role, tokens with this scope besides. On a
 * type it holds for every method that has none of its own. A mapping without any of the four annotations stops the
 * start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {

    /** The least role. */
    Role value();

    /**
     * The scope a token needs; its owner needs the role as well. Left out, it is {@link Scope#READ} for GET and HEAD and
     * {@link Scope#ADMIN} for everything else, so that forgetting it never opens a write to a reading token.
     */
    Scope[] scope() default {};
}
