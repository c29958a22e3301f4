package dev.interlock.history.query;

import dev.interlock.history.DayCounts;
import dev.interlock.history.Trends;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rollup by day. */
@Component
class TrendsQuery implements Trends {
    private static final String DAYS = """
            select cast(calendar.day as date) as day, coalesce(sum(passed), 0) as passed,
                   coalesce(sum(failed), 0) as failed, coalesce(sum(broken), 0) as broken,
                   coalesce(sum(blocked), 0) as blocked, coalesce(sum(skipped), 0) as skipped,
                   coalesce(sum(cancelled), 0) as cancelled, coalesce(sum(flaky), 0) as flaky,
                   coalesce(sum(took_ms), 0) as took_ms
              from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 day') as calendar (day)
              left join history.day_count counted
                on counted.day = cast(calendar.day as date) and counted.project_id = :project
               and (cast(:environment as text) is null or counted.environment = :environment)
             group by calendar.day
             order by calendar.day
            """;
    private static final int MOST_DAYS = 366;

    private final JdbcClient jdbc;

    TrendsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DayCounts> days(ProjectId project, @Nullable String environment, LocalDate today, int days) {
        return jdbc.sql(DAYS)
                .param("project", project.value())
                .param("environment", environment)
                .param("first", today.minusDays(Math.clamp(days, 1, MOST_DAYS) - 1L))
                .param("last", today)
                .query((row, _) -> day(row))
                .list();
    }

    private static DayCounts day(ResultSet row) throws SQLException {
        return new DayCounts(
                row.getObject("day", LocalDate.class),
                row.getLong("passed"),
                row.getLong("failed"),
                row.getLong("broken"),
                row.getLong("blocked"),
                row.getLong("skipped"),
                row.getLong("cancelled"),
                row.getLong("flaky"),
                Duration.ofMillis(row.getLong("took_ms")));
    }
}
