package dev.interlock.api.runs;

import dev.interlock.execution.RunEvent;
import dev.interlock.execution.RunEvents;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** News of a run as server-sent events; resumes after the last one seen. */
@RestController
@RequestMapping("/api/v1/projects/{project}/runs")
class EventEndpoints {
    private static final long LONGEST_MS = Duration.ofHours(4).toMillis();

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RunEvents events;
    private final RunLookup lookup;
    private final JsonMapper json;

    EventEndpoints(RunEvents events, RunLookup lookup, JsonMapper json) {
        this.events = events;
        this.lookup = lookup;
        this.json = json;
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allow(Role.VIEWER)
    SseEmitter events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent,
            HttpServletResponse response,
            Access access) {
        var run = lookup.require(access, id);
        response.setHeader("X-Accel-Buffering", "no");
        var emitter = new SseEmitter(LONGEST_MS);
        var subscription = events.subscribe(
                access.project(), run.id(), Math.max(after, number(lastEvent)), part -> send(emitter, part));
        Thread.ofVirtual().name("run-events-heartbeat").start(() -> beat(emitter, subscription));
        emitter.onCompletion(subscription::close);
        emitter.onTimeout(subscription::close);
        emitter.onError(fault -> subscription.close());
        return emitter;
    }

    /** A comment now and then keeps the stream open and finds out when nobody listens any more. */
    private static void beat(SseEmitter emitter, RunEvents.Subscription subscription) {
        try {
            while (subscription.isOpen()) {
                Thread.sleep(HEARTBEAT);
                emitter.send(SseEmitter.event().comment("still here"));
            }
        } catch (IOException | IllegalStateException e) {
            subscription.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(SseEmitter emitter, List<RunEvent> part) {
        try {
            for (var event : part) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(event.seq()))
                        .name(event.kind().word())
                        .data(json.writeValueAsString(event.data()), MediaType.APPLICATION_JSON));
            }
            if (part.getLast().kind() == RunEvent.Kind.DONE) {
                emitter.complete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
