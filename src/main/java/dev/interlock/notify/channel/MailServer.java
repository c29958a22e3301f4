package dev.interlock.notify.channel;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the operator named a mail server. */
@Component
class MailServer {
    private final String host;

    MailServer(@Value("${spring.mail.host:}") String host) {
        this.host = host;
    }

    boolean isKnown() {
        return !host.isBlank();
    }
}
