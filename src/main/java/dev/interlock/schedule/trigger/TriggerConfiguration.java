package dev.interlock.schedule.trigger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.interlock.schedule.Triggers;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task that looks every second which debounce is over. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    RecurringTask<Void> triggerTick(Triggers triggers) {
        return Tasks.recurring("trigger-tick", FixedDelay.of(LOOK)).execute((instance, context) -> triggers.runDue());
    }
}
