package dev.interlock.notify.news;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task that looks every second what is to be told. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    RecurringTask<Void> notifyTick(NewsPump pump) {
        return Tasks.recurring("notify-tick", FixedDelay.of(LOOK)).execute((instance, context) -> pump.runDue());
    }
}
