package dev.interlock.execution.book;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.interlock.history.Retentions;
import dev.interlock.platform.MonthPartitions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops what runs recorded month by month: bodies first, then steps and results. Runs and their counts stay. */
@Configuration(proxyBeanMethods = false)
class ResultForgetting {
    private final Retentions retentions;
    private final MonthPartitions partitions;
    private final InstantSource clock;

    ResultForgetting(Retentions retentions, JdbcClient jdbc, PlatformTransactionManager manager, InstantSource clock) {
        this.retentions = retentions;
        this.partitions = new MonthPartitions(jdbc, new TransactionTemplate(manager));
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetItems() {
        return Tasks.recurring("forget-items", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> forget());
    }

    /** Forgets what is too old now and names the partitions that went. */
    List<String> forget() {
        var present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        var bodies = retentions.firstKept(kept -> kept.firstBodies(present));
        var results = retentions.firstKept(kept -> kept.firstResults(present));
        var dropped = new ArrayList<>(partitions.forget("execution.item_body", bodies));
        dropped.addAll(partitions.forget("execution.item_detail", results));
        dropped.addAll(partitions.forget("execution.item_result", results));
        return List.copyOf(dropped);
    }
}
