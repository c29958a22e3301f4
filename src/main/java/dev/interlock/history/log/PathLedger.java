package dev.interlock.history.log;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what evidence says about paths. */
@Component
class PathLedger {
    private static final String ADD_TESTS = """
            insert into history.path_test as known
            select :project, :environment, path, test, :run, min(outcome::text)::"char", max(at),
                   case when min(outcome::text) = 'P' then :run end, case when min(outcome::text) = 'P' then max(at) end,
                   bool_or(stubbed)
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (path text, test integer, outcome "char",
                   at timestamptz, stubbed boolean)
             where outcome in ('P', 'F')
             group by path, test
             order by path, test
                on conflict (project_id, environment, path_key, test) do update
               set run = excluded.run, at = excluded.at,
                   verdict = case when known.run = excluded.run and known.verdict = 'F' then 'F'
                                  else excluded.verdict end,
                   passed_run = case when known.run = excluded.run and known.verdict = 'F' then known.passed_run
                                     else coalesce(excluded.passed_run, known.passed_run) end,
                   passed_at = case when known.run = excluded.run and known.verdict = 'F' then known.passed_at
                                    else coalesce(excluded.passed_at, known.passed_at) end,
                   stubbed = case when known.run = excluded.run then known.stubbed or excluded.stubbed
                                  else excluded.stubbed end
            """;
    private static final String ADD_STATES = """
            insert into history.path_state as known
            select :project, :environment, path, :run, max(at), case when bool_and(outcome = 'P') then :run end,
                   case when bool_and(outcome = 'P') then max(at) end,
                   case when bool_or(outcome = 'F') then 'F' when bool_or(outcome = 'B') then 'B'
                        when bool_or(outcome = 'P') then 'P' else 'K' end
              from jsonb_to_recordset(cast(:rows as jsonb)) as mine (path text, outcome "char", at timestamptz)
             group by path
             order by path
                on conflict (project_id, environment, path_key) do update
               set run = excluded.run, at = excluded.at,
                   good_run = case when known.run <> excluded.run then coalesce(excluded.good_run, known.good_run)
                                   when known.good_run = known.run and excluded.good_run is null then null
                                   else known.good_run end,
                   good_at = case when known.run <> excluded.run then coalesce(excluded.good_at, known.good_at)
                                  when known.good_run = known.run and excluded.good_run is null then null
                                  else known.good_at end,
                   strip = case when known.run <> excluded.run then left(excluded.strip || known.strip, 30)
                                when position(excluded.strip in 'KPBF') > position(left(known.strip, 1) in 'KPBF')
                                then excluded.strip || substr(known.strip, 2)
                                else known.strip end
            """;

    private final JdbcClient jdbc;

    PathLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record PathRow(String path, int test, char outcome, Instant at, boolean stubbed) {}

    void add(ProjectId project, long run, RunRef ref, List<ItemOutcome> items, Map<String, Integer> tests) {
        var rows = rows(items, tests);
        if (rows.isEmpty()) {
            return;
        }
        for (var sql : List.of(ADD_TESTS, ADD_STATES)) {
            jdbc.sql(sql)
                    .param("project", project.value())
                    .param("environment", ref.environmentName())
                    .param("run", run)
                    .param("rows", JsonRows.of(rows))
                    .update();
        }
    }

    private static List<PathRow> rows(List<ItemOutcome> items, Map<String, Integer> tests) {
        var rows = new ArrayList<PathRow>();
        for (var item : items) {
            if (item.outcome() != Outcome.SKIPPED && item.outcome() != Outcome.CANCELLED) {
                var test = tests.getOrDefault(item.testKey(), 0);
                item.paths()
                        .forEach(share -> rows.add(new PathRow(
                                share.path().value(),
                                test,
                                item.outcome().letter(),
                                item.finishedAt(),
                                item.stubbed())));
            }
        }
        return rows;
    }
}
