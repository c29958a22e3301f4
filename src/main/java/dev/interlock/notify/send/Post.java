package dev.interlock.notify.send;

import dev.interlock.outbound.GuardedHttp;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.Opening;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.OutboundPolicies;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.OutboundRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over the guarded client. */
@Component
class Post {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final GuardedHttp http;
    private final OutboundPolicy policy;
    private final JsonMapper json;

    Post(GuardedHttp http, OutboundPolicies policies, NotifyProperties properties, JsonMapper json) {
        this.http = http;
        this.policy = policies.of(
                "notify", properties.openings().stream().map(Post::opening).toList(), 0);
        this.json = json;
    }

    /** Sends and waits at most ten seconds. */
    OutboundAnswer send(String method, String url, List<Header> headers, Object body) {
        return send(method, url, headers, json.writeValueAsBytes(body));
    }

    OutboundAnswer send(String method, String url, List<Header> headers, byte[] body) {
        var all = new ArrayList<>(headers);
        all.add(new Header("Content-Type", "application/json"));
        all.add(new Header("User-Agent", "Interlock"));
        return http.send(new OutboundRequest(method, url, all, body), policy, LONGEST);
    }

    OutboundAnswer get(String url, List<Header> headers) {
        var all = new ArrayList<>(headers);
        all.add(new Header("User-Agent", "Interlock"));
        return http.send(OutboundRequest.get(url, all), policy, LONGEST);
    }

    byte[] bytes(Object body) {
        return json.writeValueAsBytes(body);
    }

    /** The answer as JSON; an empty object when it is none. */
    JsonNode read(OutboundAnswer answer) {
        try {
            return json.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (tools.jackson.core.JacksonException e) {
            return json.createObjectNode();
        }
    }

    private static Opening opening(String text) {
        var colon = text.lastIndexOf(':');
        return new Opening(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
    }
}
