package dev.interlock.execution.book;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.interlock.security.ProjectDeleted;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tidies up, and leaves nothing behind of a project that goes away. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {
    private static final List<String> TABLES = List.of(
            "run_item",
            "run_event",
            "late_result",
            "item_body",
            "item_detail",
            "item_result",
            "idempotency_key",
            "pinned_test",
            "target_cap",
            "trace_span",
            "run_number",
            "baseline",
            "run");

    private static final String TARGETS = """
            delete from execution.run_target where run_id in (select id from execution.run where project_id = :project)
            """;

    private final JdbcClient jdbc;

    Housekeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    RecurringTask<Void> forgetSpans(SpanStore spans) {
        return Tasks.recurring("forget-spans", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> spans.forget());
    }

    @EventListener
    void remove(ProjectDeleted news) {
        jdbc.sql(TARGETS).param("project", news.project().value()).update();
        TABLES.forEach(table -> jdbc.sql("delete from execution." + table + " where project_id = :project")
                .param("project", news.project().value())
                .update());
    }
}
