package dev.interlock.risk.store;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells failures of the product from a service that nobody could reach: three tests of a run that could not reach the
 * same service are an outage, and from then on such failures teach nothing about the product.
 */
@Component
class Outages {
    private static final int TESTS = 3;
    private static final String ADD = """
            insert into risk.unreached
            select :project, :run, service, test from unnest(:services, :tests) as mine(service, test)
                on conflict do nothing
            """;
    private static final String COUNT = """
            select service from risk.unreached where project_id = :project and run_id = :run
             group by service having count(*) >= :tests
            """;

    private final JdbcClient jdbc;

    Outages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of the items that fell to an outage. */
    Set<Integer> excused(ProjectId project, RunRef run, List<ItemOutcome> items) {
        var unreached = items.stream()
                .filter(item -> item.outcome().isFault() && !service(item).isEmpty())
                .toList();
        if (unreached.isEmpty()) {
            return Set.of();
        }
        add(project, run, Columns.of(unreached));
        var down = down(project, run);
        var excused = new HashSet<Integer>();
        unreached.stream().filter(item -> down.contains(service(item))).forEach(item -> excused.add(item.seq()));
        return excused;
    }

    private void add(ProjectId project, RunRef run, Columns<ItemOutcome> items) {
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("run", run.id().value())
                .param("services", items.texts(Outages::service))
                .param("tests", items.texts(ItemOutcome::testKey))
                .update();
    }

    private Set<String> down(ProjectId project, RunRef run) {
        return new HashSet<>(jdbc.sql(COUNT)
                .param("project", project.value())
                .param("run", run.id().value())
                .param("tests", TESTS)
                .query((row, _) -> row.getString("service"))
                .list());
    }

    private static String service(ItemOutcome item) {
        var failure = item.failure();
        if (failure == null || !failure.cause().isUnreached() || failure.blame() == null) {
            return "";
        }
        return failure.blame().provider().value();
    }
}
