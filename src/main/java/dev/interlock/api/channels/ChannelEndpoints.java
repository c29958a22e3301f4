package dev.interlock.api.channels;

import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelKey;
import dev.interlock.notify.Delivery;
import dev.interlock.notify.Notifications;
import dev.interlock.notify.NotifyProblem;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Channels of a project, and what was sent to them. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class ChannelEndpoints {
    private final Notifications notifications;

    ChannelEndpoints(Notifications notifications) {
        this.notifications = notifications;
    }

    /** A secret, shown this once. */
    record SigningSecretShown(String secret) {}

    /** A message and what became of it. */
    record DeliveryShown(
            long id,
            String receiver,
            String type,
            String title,
            Delivery.State state,
            int attempts,
            @Nullable Integer status,
            String reason,
            Instant madeAt) {
        static DeliveryShown of(Delivery one) {
            return new DeliveryShown(
                    one.id(),
                    one.receiver(),
                    one.type(),
                    one.title(),
                    one.state(),
                    one.attempts(),
                    one.status(),
                    one.reason(),
                    one.madeAt());
        }
    }

    @GetMapping("/channels")
    @Allow(Role.VIEWER)
    Slice<ChannelShown> list(Access access) {
        return new Slice<>(
                notifications.all(access.project()).stream()
                        .map(ChannelShown::of)
                        .toList(),
                null);
    }

    @GetMapping("/channels/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<ChannelShown> read(@PathVariable String key, Access access) {
        return entity(notifications
                .find(access.project(), new ChannelKey(key))
                .orElseThrow(() -> NotifyProblem.CHANNEL_IS_UNKNOWN.because("There is no channel \"" + key + "\".")));
    }

    @PutMapping("/channels/{key}")
    @Allow(Role.ADMIN)
    ResponseEntity<ChannelShown> put(
            @PathVariable String key,
            @RequestBody ChannelWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        return entity(notifications.put(
                access.project(), new ChannelKey(key), written.draft(), IfMatch.header(ifMatch), access.actor()));
    }

    @DeleteMapping("/channels/{key}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        notifications.delete(access.project(), new ChannelKey(key), IfMatch.header(ifMatch), access.actor());
    }

    /** Makes a new secret for the signature of a webhook; the one before is void. */
    @PostMapping("/channels/{key}/secret")
    @Allow(Role.ADMIN)
    SigningSecretShown renewSecret(@PathVariable String key, Access access) {
        return new SigningSecretShown(notifications.renewSecret(access.project(), new ChannelKey(key), access.actor()));
    }

    /** Has a test message sent; what became of it stands among the deliveries. */
    @PostMapping("/channels/{key}/test")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable String key, Access access) {
        notifications.test(access.project(), new ChannelKey(key), access.actor());
    }

    @GetMapping("/deliveries")
    @Allow(Role.VIEWER)
    Slice<DeliveryShown> deliveries(Access access) {
        return new Slice<>(
                notifications.deliveries(access.project()).stream()
                        .map(DeliveryShown::of)
                        .toList(),
                null);
    }

    private static ResponseEntity<ChannelShown> entity(Channel channel) {
        return ResponseEntity.ok().eTag("\"" + channel.version() + "\"").body(ChannelShown.of(channel));
    }
}
