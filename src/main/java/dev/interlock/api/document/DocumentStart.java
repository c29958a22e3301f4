package dev.interlock.api.document;

import dev.interlock.api.Contract;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Builds the document behind the ready line in a thread of its own, so that neither the start nor a reader waits. */
@Component
@ConditionalOnBooleanProperty(name = "interlock.contract.at-start", matchIfMissing = true)
class DocumentStart {
    private final Contract contract;

    DocumentStart(Contract contract) {
        this.contract = contract;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void buildAside() {
        var thread = new Thread(contract::json, "contract document");
        thread.setDaemon(true);
        thread.start();
    }
}
