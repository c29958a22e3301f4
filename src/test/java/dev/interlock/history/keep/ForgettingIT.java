package dev.interlock.history.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.history.Retention;
import dev.interlock.history.Retentions;
import dev.interlock.history.TestHistories;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ForgettingIT {
    private final DataSource database = TestHistories.database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Kept kept = new Kept();
    private final Forgetting forgetting =
            new Forgetting(kept, jdbc, new JdbcTransactionManager(database), () -> TestHistories.NOW);

    /** What projects keep in this test. */
    private static final class Kept implements Retentions {
        private final Map<ProjectId, Retention> said =
                new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()));

        @Override
        public Retention of(ProjectId project) {
            return said.getOrDefault(project, Retention.STANDARD);
        }

        @Override
        public Map<ProjectId, Retention> all() {
            return said;
        }

        @Override
        public void put(ProjectId project, Retention wanted, Actor actor) {
            said.put(project, wanted);
        }
    }

    @Test
    void dropsAMonthNobodyKeepsAnyMore() {
        keep(1, 6);
        keep(2, 12);
        month("2025_10", "2025-10-01", "2025-11-01", 1, 2);
        month("2026_05", "2026-05-01", "2026-06-01", 1);

        assertThat(forgetting.forget()).containsExactly("history.result_2025_10");
        assertThat(rows(1)).isEqualTo(1);
        assertThat(rows(2)).isZero();
    }

    @Test
    void takesFromASharedMonthOnlyWhatItsProjectDoesNotKeep() {
        keep(1, 6);
        keep(2, 12);
        month("2026_04", "2026-04-01", "2026-05-01", 1, 1, 2);

        assertThat(forgetting.forget()).isEmpty();
        assertThat(rows(1)).isZero();
        assertThat(rows(2)).isEqualTo(1);
    }

    @Test
    void leavesTheMonthsThatAreKept() {
        keep(1, 1);
        month("2026_10", "2026-10-01", "2026-11-01", 1);

        assertThat(forgetting.forget()).isEmpty();
        assertThat(rows(1)).isEqualTo(1);
    }

    private void keep(long project, int months) {
        kept.said.put(new ProjectId(project), new Retention(months, 1));
    }

    private void month(String name, String from, String to, long... projects) {
        jdbc.sql("create table history.result_" + name + " partition of history.result for values from ('" + from
                        + "') to ('" + to + "')")
                .update();
        for (var i = 0; i < projects.length; i++) {
            jdbc.sql("insert into history.result values (:project, :run, cast(:month as date), cast(:month as date),"
                            + " 1, 1, 1, 0, 1, 'P', '-')")
                    .param("project", projects[i])
                    .param("run", i)
                    .param("month", from)
                    .update();
        }
    }

    private long rows(long project) {
        return jdbc.sql("select count(*) from history.result where project_id = :project")
                .param("project", project)
                .query(Long.class)
                .single();
    }
}
