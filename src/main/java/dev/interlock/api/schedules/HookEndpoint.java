package dev.interlock.api.schedules;

import dev.interlock.platform.Keys;
import dev.interlock.schedule.HookCall;
import dev.interlock.schedule.ScheduleProblem;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.schedule.Triggers;
import dev.interlock.security.AllowAnyone;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks that fire triggers, signed as Standard Webhooks says; the signature stands in for a token. */
@RestController
class HookEndpoint {
    private static final int MOST_BYTES = 1024 * 1024;

    private final Triggers triggers;
    private final Projects projects;

    HookEndpoint(Triggers triggers, Projects projects) {
        this.triggers = triggers;
        this.projects = projects;
    }

    @PostMapping("/api/v1/projects/{hooked}/hooks/{key}")
    @AllowAnyone("The signature over id, time and body lets a webhook in, whoever brings it.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void receive(
            @PathVariable String hooked,
            @PathVariable String key,
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            InputStream body)
            throws IOException {
        var project = projects.find(hooked)
                .map(Project::id)
                .filter(known -> Keys.isWellFormed(key))
                .orElseThrow(() -> ScheduleProblem.WEBHOOK_IS_REFUSED.because(
                        "The webhook is not signed for a trigger of this project."));
        triggers.receive(project, new TriggerKey(key), new HookCall(id, timestamp, signature, text(body)));
    }

    private static String text(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ScheduleProblem.WEBHOOK_IS_TOO_LARGE.because("The body of the webhook is larger than 1 MiB.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
