package dev.interlock.notify.send;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param openings networks and ports messages may reach beyond public addresses, each like {@code 10.20.0.0/16:443}
 * @param from sender of mails
 */
@ConfigurationProperties("interlock.notify")
record NotifyProperties(
        @DefaultValue List<String> openings,
        @DefaultValue("interlock@localhost") String from) {}
