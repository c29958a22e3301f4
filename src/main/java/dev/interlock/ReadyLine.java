package dev.interlock;

import dev.interlock.security.Setup;
import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the service is; on an empty database also how the first administrator gets in. */
@Component
class ReadyLine {
    private final Environment environment;
    private final Setup setup;
    private final PrintStream out;

    @Autowired
    ReadyLine(Environment environment, Setup setup) {
        this(environment, setup, System.out);
    }

    ReadyLine(Environment environment, Setup setup, PrintStream out) {
        this.environment = environment;
        this.setup = setup;
        this.out = out;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        var address = environment.getProperty(
                "interlock.base-url", "http://localhost:" + environment.getProperty("local.server.port", "8080"));
        out.println("Interlock is ready at " + address + "/");
        setup.linkIfNeeded(address)
                .ifPresent(link -> out.println("Create the first administrator within 30 minutes: " + link));
    }
}
