package dev.interlock.notify.send;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mail by the server the operator named. */
@Component
class MailPost {
    private final ObjectProvider<JavaMailSender> server;
    private final NotifyProperties properties;

    MailPost(ObjectProvider<JavaMailSender> server, NotifyProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    /** One mail to all addresses, which stand with commas between them. */
    Sent send(String addresses, Message message) {
        var sender = server.getIfAvailable();
        if (sender == null) {
            return Sent.notNeeded("Interlock knows no mail server: set spring.mail.host.");
        }
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.from());
        mail.setTo(addresses.strip().split("\\s*,\\s*"));
        mail.setSubject(line(message));
        mail.setText(message.text() + (message.link().isEmpty() ? "" : "\n\n" + message.link()));
        try {
            sender.send(mail);
            return Sent.done();
        } catch (MailException e) {
            return Sent.later("The mail server did not take it: " + first(e) + ".");
        }
    }

    /** One line: what a subject may be. */
    private static String line(Message message) {
        return message.title().replaceAll("\\p{Cntrl}+", " ");
    }

    private static String first(MailException e) {
        var text = String.valueOf(e.getMostSpecificCause().getMessage());
        return text.lines().findFirst().orElse("no reason given").strip();
    }
}
