package dev.interlock.history.log;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the rollups by hour, by day, and by test and day. */
@Component
class Counts {
    private static final String ADD = """
            insert into history.%1$s as sum (project_id, %2$s, environment, passed, failed, broken, blocked, skipped,
                   cancelled, flaky, took_ms)
            select :project, %3$s, :environment, sum(passed), sum(failed), sum(broken), sum(blocked), sum(skipped),
                   sum(cancelled), sum(flaky), sum(took_ms)
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (hour timestamptz, passed bigint, failed bigint,
                   broken bigint, blocked bigint, skipped bigint, cancelled bigint, flaky bigint, took_ms bigint)
             group by %3$s
             order by %3$s
                on conflict (project_id, %2$s, environment) do update
               set passed = sum.passed + excluded.passed, failed = sum.failed + excluded.failed,
                   broken = sum.broken + excluded.broken, blocked = sum.blocked + excluded.blocked,
                   skipped = sum.skipped + excluded.skipped, cancelled = sum.cancelled + excluded.cancelled,
                   flaky = sum.flaky + excluded.flaky, took_ms = sum.took_ms + excluded.took_ms
            """;
    private static final String ADD_HOURS = ADD.formatted("hour_count", "hour", "hour");
    private static final String ADD_DAYS = ADD.formatted("day_count", "day", "cast(hour at time zone 'UTC' as date)");
    private static final String ADD_TEST_DAYS = """
            insert into history.test_day as sum
            select :project, test, day, count(*) filter (where verdict), count(*) filter (where flaky),
                   coalesce(sum(took_ms) filter (where flaky), 0), max(at) filter (where flaky)
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (test integer, day date, verdict boolean,
                   flaky boolean, took_ms bigint, at timestamptz)
             group by test, day
             order by test, day
                on conflict (project_id, test, day) do update
               set verdicts = sum.verdicts + excluded.verdicts, flaky = sum.flaky + excluded.flaky,
                   flaky_took_ms = sum.flaky_took_ms + excluded.flaky_took_ms,
                   flaky_at = coalesce(excluded.flaky_at, sum.flaky_at)
            """;

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item as counts see it. */
    record Counted(int test, ItemOutcome item, boolean flaky) {}

    private record TestDay(
            int test,
            LocalDate day,
            boolean verdict,
            boolean flaky,
            long tookMs,
            @Nullable Instant at) {}

    private record Hour(
            Instant hour,
            long passed,
            long failed,
            long broken,
            long blocked,
            long skipped,
            long cancelled,
            long flaky,
            long tookMs) {}

    void add(ProjectId project, String environment, List<Counted> items) {
        var hours = JsonRows.of(hours(items));
        for (var sql : List.of(ADD_HOURS, ADD_DAYS)) {
            jdbc.sql(sql)
                    .param("project", project.value())
                    .param("environment", environment)
                    .param("rows", hours)
                    .update();
        }
        jdbc.sql(ADD_TEST_DAYS)
                .param("project", project.value())
                .param("rows", JsonRows.of(items.stream().map(Counts::testDay).toList()))
                .update();
    }

    private static List<Hour> hours(List<Counted> items) {
        var byHour = new TreeMap<Instant, List<Counted>>();
        items.forEach(item -> byHour.computeIfAbsent(
                        item.item().finishedAt().truncatedTo(ChronoUnit.HOURS), _ -> new ArrayList<>())
                .add(item));
        return byHour.entrySet().stream()
                .map(e -> hour(e.getKey(), e.getValue()))
                .toList();
    }

    private static Hour hour(Instant hour, List<Counted> items) {
        return new Hour(
                hour,
                count(items, Outcome.PASSED),
                count(items, Outcome.FAILED),
                count(items, Outcome.BROKEN),
                count(items, Outcome.BLOCKED),
                count(items, Outcome.SKIPPED),
                count(items, Outcome.CANCELLED),
                items.stream().filter(Counted::flaky).count(),
                items.stream()
                        .map(item -> item.item().took())
                        .mapToLong(Duration::toMillis)
                        .sum());
    }

    private static long count(List<Counted> items, Outcome outcome) {
        return items.stream().filter(item -> item.item().outcome() == outcome).count();
    }

    private static TestDay testDay(Counted counted) {
        var item = counted.item();
        return new TestDay(
                counted.test(),
                LocalDate.ofInstant(item.finishedAt(), ZoneOffset.UTC),
                item.outcome().isVerdict(),
                counted.flaky(),
                item.took().toMillis(),
                counted.flaky() ? item.finishedAt() : null);
    }
}
