package dev.interlock.platform;

/** The number of a project inside the database; never shown, every table and query carries it. */
public record ProjectId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
