package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody with an account. */
public interface People {

    /** The person with this id. */
    Optional<Person> find(long person);

    /** Everybody, by name, 50 at a time. */
    Slice<Person> list(@Nullable String after);

    /** Changes the name shown. */
    void rename(long person, String name);

    /** Changes the password; every session of the person ends. Needs the present one. */
    void changePassword(long person, String present, String wanted);

    /** Switches an account on or off; off ends its sessions and tokens at once. The last administrator stays on. */
    void setActive(long person, boolean active, Actor actor);

    /** Makes somebody instance administrator or not; the last one stays. */
    void setInstanceAdmin(long person, boolean admin, Actor actor);
}
