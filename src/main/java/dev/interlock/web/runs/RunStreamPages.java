package dev.interlock.web.runs;

import dev.interlock.execution.RunEvent;
import dev.interlock.execution.RunEvents;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Shell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live view of a run: every event carries the parts of the page that changed. */
@Controller
class RunStreamPages {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final RunReader reader;
    private final RunEvents events;
    private final RunFragments fragments;

    RunStreamPages(RunReader reader, RunEvents events, RunFragments fragments) {
        this.reader = reader;
        this.events = events;
        this.fragments = fragments;
    }

    @GetMapping("/p/{project}/runs/{run}/events")
    @Allow(Role.VIEWER)
    SseEmitter events(
            Access access,
            @PathVariable String run,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
            Model model,
            CsrfToken csrf,
            HttpServletResponse response) {
        var found = reader.find(access, run);
        var frame = new RunFragments.Frame(access, shell(model), csrf.getToken());
        response.setHeader("X-Accel-Buffering", "no");
        var emitter = new SseEmitter(LONGEST.toMillis());
        var from = lastSeen == null ? after : lastSeen;
        var subscription =
                events.subscribe(access.project(), found.id(), from, news -> send(emitter, frame, found.key(), news));
        emitter.onCompletion(subscription::close);
        emitter.onTimeout(emitter::complete);
        return emitter;
    }

    /** Every page has one; the parts of this one are made after the request is over. */
    private static Shell shell(Model model) {
        return Objects.requireNonNull((Shell) model.getAttribute("shell"), "the shell of the page");
    }

    private void send(SseEmitter emitter, RunFragments.Frame frame, String key, List<RunEvent> news) {
        try {
            var done = news.stream().anyMatch(event -> event.kind() == RunEvent.Kind.DONE);
            emitter.send(SseEmitter.event()
                    .id(Long.toString(news.getLast().seq()))
                    .name(done ? "done" : "summary")
                    .data(fragments.render(frame, key, news), MediaType.TEXT_HTML));
            if (done) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        }
    }
}
