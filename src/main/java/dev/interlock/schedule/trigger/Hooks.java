package dev.interlock.schedule.trigger;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.HookCall;
import dev.interlock.schedule.ScheduleProblem;
import dev.interlock.schedule.Trigger;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerKey;
import dev.interlock.security.Secrets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks that fire a trigger. */
@Component
class Hooks {
    private static final String NAME = "WEBHOOK";
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 200;

    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final Ear ear;
    private final JsonMapper json;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Hooks(Secrets secrets, JdbcClient jdbc, Ear ear, JsonMapper json, InstantSource clock) {
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.ear = ear;
        this.json = json;
        this.clock = clock;
    }

    String renewSecret(ProjectId project, TriggerKey key, Actor actor) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
        secrets.put(project, holder(key), NAME, secret, actor);
        return secret;
    }

    void forgetSecret(ProjectId project, TriggerKey key, Actor actor) {
        secrets.removeAll(project, holder(key), actor);
    }

    void receive(ProjectId project, Trigger trigger, HookCall call) {
        var secret = secrets.reveal(project, holder(trigger.key()), NAME);
        if (secret.isEmpty() || !HookSignature.holds(secret.get(), call, clock.instant())) {
            throw ScheduleProblem.WEBHOOK_IS_REFUSED.because(
                    "The webhook is not signed for a trigger of this project.");
        }
        if (isNew(project, trigger.key(), call.id()) && trigger.draft().enabled()) {
            ear.hear(project, trigger, news(call.body()));
        }
    }

    private boolean isNew(ProjectId project, TriggerKey key, String id) {
        var now = clock.instant();
        jdbc.sql("delete from schedule.hook_taken where project_id = :project and key = :key and taken_at < :before")
                .param("project", project.value())
                .param("key", key.value())
                .param("before", utc(now.minus(HookSignature.TOLERANCE.multipliedBy(3))))
                .update();
        return jdbc.sql("""
                insert into schedule.hook_taken (project_id, key, hook_id, taken_at)
                values (:project, :key, :id, :now)
                on conflict do nothing
                """)
                        .param("project", project.value())
                        .param("key", key.value())
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private News news(String body) {
        var said = data(body);
        var service = text(said, "service");
        var version = text(said, "version");
        var cause = service.isEmpty() ? "webhook" : ("webhook: " + service + " " + version).strip();
        return News.of(TriggerEvent.WEBHOOK, cause)
                .about(service, version)
                .in(text(said, "environment"))
                .on(text(said, "branch"));
    }

    /** The fields stand at the top or, as Standard Webhooks proposes, below "data". */
    private JsonNode data(String body) {
        try {
            var read = json.readTree(body.isBlank() ? "{}" : body);
            if (!read.isObject()) {
                throw ScheduleProblem.WEBHOOK_IS_WRONG.because("The body of the webhook is not a JSON object.");
            }
            return read.path("data").isObject() ? read.path("data") : read;
        } catch (JacksonException e) {
            throw ScheduleProblem.WEBHOOK_IS_WRONG.because("The body of the webhook is not JSON.");
        }
    }

    private static String text(JsonNode said, String field) {
        var value = said.path(field).asString("").strip();
        if (value.length() > LONGEST) {
            throw ScheduleProblem.WEBHOOK_IS_WRONG.because(
                    "The field \"" + field + "\" of the webhook is longer than " + LONGEST + " characters.");
        }
        return value;
    }

    private static String holder(TriggerKey key) {
        return "trigger/" + key;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
