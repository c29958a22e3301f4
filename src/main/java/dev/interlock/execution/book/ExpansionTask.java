package dev.interlock.execution.book;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task that expands a run; repeated until it succeeds. */
@Configuration(proxyBeanMethods = false)
class ExpansionTask {
    private static final String NAME = "run-expand";
    private static final Duration AGAIN = Duration.ofSeconds(2);

    static TaskInstance<Void> of(ProjectId project, RunId run) {
        return TaskDescriptor.of(NAME).instance(project + "/" + run).build();
    }

    @Bean
    OneTimeTask<Void> runExpand(RunExpansion expansion) {
        return Tasks.oneTime(TaskDescriptor.of(NAME))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> {
                    var parts = instance.getId().split("/", 2);
                    expansion.expand(new ProjectId(Long.parseLong(parts[0])), RunId.of(parts[1]));
                });
    }
}
