package dev.interlock.demo;

import dev.interlock.platform.Actor;
import dev.interlock.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With the profile {@code demo} the shop is open before the service says that it is ready. */
@Component
@Profile("demo")
class DemoAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);

    private final Demo demo;

    DemoAtStart(Demo demo) {
        this.demo = demo;
    }

    /** Opens the shop, or leaves it as it is when it is there; what hinders that hinders no start. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void open() {
        try {
            demo.open(Actor.system("demo"));
        } catch (Problem hindered) {
            LOG.warn("The demo shop was not opened: {}", hindered.detail());
        }
    }
}
