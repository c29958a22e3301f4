package dev.interlock.history.keep;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.interlock.history.Retentions;
import dev.interlock.platform.MonthPartitions;
import dev.interlock.security.ProjectDeleted;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops months of results that nobody keeps any more. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    private static final String DELETE = "delete from history.retention where project_id = :project";

    private final Retentions retentions;
    private final JdbcClient jdbc;
    private final MonthPartitions partitions;
    private final InstantSource clock;

    Forgetting(Retentions retentions, JdbcClient jdbc, PlatformTransactionManager manager, InstantSource clock) {
        this.retentions = retentions;
        this.jdbc = jdbc;
        this.partitions = new MonthPartitions(jdbc, new TransactionTemplate(manager));
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetResults() {
        return Tasks.recurring("forget-results", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> forget());
    }

    @EventListener
    void on(ProjectDeleted news) {
        jdbc.sql(DELETE).param("project", news.project().value()).update();
    }

    /** Forgets what is too old now and names the partitions that went. */
    List<String> forget() {
        var present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return partitions.forget("history.result", retentions.firstKept(kept -> kept.firstResults(present)));
    }
}
