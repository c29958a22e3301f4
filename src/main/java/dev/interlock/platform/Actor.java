package dev.interlock.platform;

/**
 * Who does something: a person, an API token, or Interlock itself.
 *
 * @param id stable identity within its kind
 * @param name how people know the actor
 */
public record Actor(Kind kind, String id, String name) {

    /** What an actor can be. */
    public enum Kind {
        PERSON,
        TOKEN,
        SYSTEM
    }

    /** Interlock acting by itself: schedules, housekeeping, the demo. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, name, name);
    }

    /** A signed-in person. */
    public static Actor person(String id, String name) {
        return new Actor(Kind.PERSON, id, name);
    }

    /** A holder of an API token. */
    public static Actor token(String id, String name) {
        return new Actor(Kind.TOKEN, id, name);
    }
}
