package dev.interlock.openapi;

/**
 * One difference between two revisions of an interface.
 *
 * @param operation key of the operation such as {@code GET /orders}, of a webhook {@code webhook POST paid}; empty when it
 *     concerns the whole document
 * @param where place in the operation: {@code query limit}, {@code 200 application/json /items/0/id}, {@code request body /id}
 * @param rule which rule found it
 * @param direction whether it concerns what callers send or what they get
 * @param severity what it means to callers; never NONE
 * @param sentence for a person
 */
public record InterfaceChange(
        String operation, String where, Rule rule, Direction direction, ChangeClass severity, String sentence) {

    /** Which way data flows at the place of a change. */
    public enum Direction {
        REQUEST,
        RESPONSE,
        NEITHER
    }

    /** The rules, each judged by direction where that matters. */
    public enum Rule {
        PATH_REMOVED,
        OPERATION_REMOVED,
        OPERATION_ADDED,
        OPERATION_DEPRECATED,
        OPERATION_ID_CHANGED,
        PATH_PARAMETER_RENAMED,
        SERVERS_CHANGED,
        LINK_ADDED,
        LINK_REMOVED,
        PARAMETER_DEPRECATED,
        PARAMETER_ADDED,
        PARAMETER_REMOVED,
        PARAMETER_REQUIRED,
        PARAMETER_STYLE,
        BODY_ADDED,
        BODY_REMOVED,
        BODY_REQUIRED,
        MEDIA_TYPE_ADDED,
        MEDIA_TYPE_REMOVED,
        STATUS_ADDED,
        STATUS_REMOVED,
        HEADER_ADDED,
        HEADER_REMOVED,
        SECURITY_CHANGED,
        SECURITY_SCHEME_CHANGED,
        SCHEMA_ADDED,
        SCHEMA_REMOVED,
        TYPE_CHANGED,
        FORMAT_CHANGED,
        ENUM_NARROWED,
        ENUM_WIDENED,
        PROPERTY_ADDED,
        PROPERTY_REMOVED,
        REQUIRED_ADDED,
        REQUIRED_REMOVED,
        NULL_ALLOWED,
        NULL_FORBIDDEN,
        BOUND_TIGHTENED,
        BOUND_LOOSENED,
        PATTERN_CHANGED,
        UNIQUE_ITEMS,
        MULTIPLE_CHANGED,
        DEFAULT_CHANGED,
        PROPERTY_DEPRECATED,
        DISCRIMINATOR_CHANGED,
        ALTERNATIVE_ADDED,
        ALTERNATIVE_REMOVED,
        ADDITIONAL_PROPERTIES,
        NOT_JUDGED
    }
}
