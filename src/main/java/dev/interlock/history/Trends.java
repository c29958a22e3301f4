package dev.interlock.history;

import dev.interlock.platform.ProjectId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts over time, read from rollups. */
public interface Trends {
    /**
     * Counts a day, oldest first, days without outcomes included as zeros.
     *
     * @param environment null for all together
     * @param days 1..366, ending with {@code today}
     */
    List<DayCounts> days(ProjectId project, @Nullable String environment, LocalDate today, int days);
}
