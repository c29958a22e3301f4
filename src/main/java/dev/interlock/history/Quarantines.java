package dev.interlock.history;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.Map;

/** Tests set apart for a time. */
public interface Quarantines {
    /** Tests in quarantine today, by key. */
    Map<String, Quarantine> of(ProjectId project);

    /** Sets a test apart or changes why and until when; audited. */
    Quarantine put(ProjectId project, Quarantine quarantine, Actor actor);

    /** Ends a quarantine; audited. Nothing happens when there is none. */
    void lift(ProjectId project, String testKey, Actor actor);
}
