package dev.interlock.schedule.trigger;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.schedule.TriggerFilter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.PatternMatchUtils;

/** Whether a filter takes a piece of news. */
final class Match {
    private Match() {}

    /** Why it does not take it, in words; empty when it does. */
    static Optional<String> refusal(TriggerFilter filter, News news) {
        return otherService(filter, news)
                .or(() -> otherEnvironment(filter, news))
                .or(() -> otherBranch(filter, news))
                .or(() -> tooMild(filter, news));
    }

    private static Optional<String> otherService(TriggerFilter filter, News news) {
        var wanted = filter.services().stream().map(ServiceKey::value).sorted().collect(Collectors.joining(", "));
        var taken = filter.services().isEmpty()
                || filter.services().stream().anyMatch(key -> key.value().equals(news.service()));
        return taken ? Optional.empty() : Optional.of("It listens to " + wanted + " only.");
    }

    private static Optional<String> otherEnvironment(TriggerFilter filter, News news) {
        return filter.environment().isEmpty() || filter.environment().equals(news.environment())
                ? Optional.empty()
                : Optional.of("It listens to the environment " + filter.environment() + " only.");
    }

    private static Optional<String> otherBranch(TriggerFilter filter, News news) {
        return filter.branch().isEmpty() || PatternMatchUtils.simpleMatch(filter.branch(), news.branch())
                ? Optional.empty()
                : Optional.of(
                        news.branch().isEmpty()
                                ? "The branch is unknown; it listens to " + filter.branch() + " only."
                                : "The branch is " + news.branch() + "; it listens to " + filter.branch() + " only.");
    }

    private static Optional<String> tooMild(TriggerFilter filter, News news) {
        if (filter.breakingOnly() && !news.breaking()) {
            return Optional.of("Callers keep working; it listens to changes that may break one.");
        }
        if (filter.failedOnly() && !news.failed()) {
            return Optional.of("The run passed; it listens to runs that did not.");
        }
        return Optional.empty();
    }
}
