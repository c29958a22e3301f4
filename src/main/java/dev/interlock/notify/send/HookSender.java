package dev.interlock.notify.send;

import dev.interlock.notify.channel.ChannelSecrets;
import dev.interlock.outbound.Header;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Webhooks: with every fact, signed as Standard Webhooks 1.0 says; and the plain text Slack takes. */
@Component
class HookSender {
    private final Post post;
    private final InstantSource clock;

    HookSender(Post post, InstantSource clock) {
        this.post = post;
        this.clock = clock;
    }

    /** The id stays the same when a message is sent again, so that the receiver can tell. */
    Sent webhook(String url, String signing, String id, Instant madeAt, Message message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", message.type());
        body.put("timestamp", madeAt.toString());
        body.put("data", message);
        var bytes = post.bytes(body);
        var at = Long.toString(clock.instant().getEpochSecond());
        var headers = signing.isEmpty()
                ? List.of(new Header("webhook-id", id), new Header("webhook-timestamp", at))
                : List.of(
                        new Header("webhook-id", id),
                        new Header("webhook-timestamp", at),
                        new Header("webhook-signature", signature(signing, id, at, bytes)));
        return Sent.answered(post.send("POST", url, headers, bytes).status(), "The message");
    }

    Sent slack(String url, Message message) {
        var text = "*" + escaped(message.title()) + "*\n" + escaped(message.text())
                + (message.link().isEmpty() ? "" : "\n<" + escaped(message.link()) + ">");
        return Sent.answered(
                post.send("POST", url, List.of(), Map.of("text", text)).status(), "The message");
    }

    /** As Slack asks for in its texts. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String signature(String secret, String id, String at, byte[] body) {
        try {
            var key = Base64.getDecoder().decode(secret.substring(ChannelSecrets.PREFIX.length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + at + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
