package dev.interlock.security;

import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who did what, append-only: the database refuses to change or delete a line. */
public interface AuditLog {
    /** The fields a filter of this list knows. */
    Set<String> FIELDS = Set.of("actor", "action", "object", "since");

    /**
     * Adds a line in the caller's transaction. Texts are cut at 4,000 characters and freed of control characters; the
     * caller leaves secrets out.
     *
     * @param project null for what concerns the whole installation
     */
    void record(
            @Nullable ProjectId project,
            Actor actor,
            String action,
            String object,
            @Nullable String before,
            @Nullable String after);

    /**
     * The lines of a project, or of the whole installation, newest first.
     *
     * @param limit 1 to 200
     */
    Slice<AuditEntry> list(@Nullable ProjectId project, FilterQuery filter, @Nullable String after, int limit);
}
