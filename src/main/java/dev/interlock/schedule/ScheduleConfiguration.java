package dev.interlock.schedule;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task that looks every second what is due. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    RecurringTask<Void> scheduleTick(Schedules schedules) {
        return Tasks.recurring("schedule-tick", FixedDelay.of(LOOK)).execute((instance, context) -> schedules.runDue());
    }
}
