package dev.interlock.schedule.trigger;

import dev.interlock.schedule.TriggerEvent;

/**
 * Something that happened. Texts are empty where the news says nothing of it.
 *
 * @param cause in words, such as {@code payment 2.4.1 deployed to staging}
 * @param breaking whether an interface change may break a caller
 * @param failed whether a run did not pass its gate
 */
record News(
        TriggerEvent event,
        String cause,
        String service,
        String version,
        String environment,
        String branch,
        boolean breaking,
        boolean failed) {

    static News of(TriggerEvent event, String cause) {
        return new News(event, cause, "", "", "", "", false, false);
    }

    News about(String key, String versionText) {
        return new News(event, cause, key, versionText, environment, branch, breaking, failed);
    }

    News in(String environmentKey) {
        return new News(event, cause, service, version, environmentKey, branch, breaking, failed);
    }

    News on(String branchName) {
        return new News(event, cause, service, version, environment, branchName, breaking, failed);
    }

    News weighed(boolean mayBreak, boolean didFail) {
        return new News(event, cause, service, version, environment, branch, mayBreak, didFail);
    }
}
