package dev.interlock.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A mapping for whoever is signed in or holds a token with the scope; it answers only with what is theirs. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowSignedIn {

    /** The scope a token needs, as {@link Allow#scope()} says. */
    Scope[] scope() default {};
}
