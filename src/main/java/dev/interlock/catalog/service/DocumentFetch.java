package dev.interlock.catalog.service;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.openapi.Upload;
import dev.interlock.outbound.GuardedHttp;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.OutboundFailure;
import dev.interlock.outbound.OutboundPolicies;
import dev.interlock.outbound.OutboundRequest;
import dev.interlock.platform.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fetches a document by its address, following a few redirects by hand so that each hop passes the policy. */
@Component
class DocumentFetch {
    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final int MOST_HOPS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final GuardedHttp http;
    private final OutboundPolicies policies;

    DocumentFetch(GuardedHttp http, OutboundPolicies policies) {
        this.http = http;
        this.policies = policies;
    }

    Upload fetch(String url) {
        var next = url.strip();
        for (var hop = 0; hop <= MOST_HOPS; hop++) {
            var answer = send(next);
            if (!REDIRECTS.contains(answer.status())) {
                return upload(next, answer);
            }
            next = location(next, answer);
        }
        throw unreachable(url + " redirects more than " + MOST_HOPS + " times.");
    }

    private OutboundAnswer send(String url) {
        try {
            var accept = new Header("Accept", "application/json, application/yaml, text/yaml, */*");
            return http.send(OutboundRequest.get(url, List.of(accept)), policies.instance(), TOTAL);
        } catch (OutboundFailure e) {
            throw unreachable(e.sentence());
        }
    }

    private static String location(String url, OutboundAnswer answer) {
        try {
            var next = URI.create(url).resolve(answer.header("Location").orElse(""));
            if (url.startsWith("https:") && !"https".equals(next.getScheme())) {
                throw unreachable(url + " redirects to an address without TLS, which is not followed.");
            }
            return next.toString();
        } catch (IllegalArgumentException e) {
            throw unreachable(url + " redirects to something that is no address.");
        }
    }

    private static Upload upload(String url, OutboundAnswer answer) {
        if (answer.status() != 200) {
            throw unreachable(url + " answered with status " + answer.status() + ".");
        }
        if (answer.truncated()) {
            throw CatalogProblem.INTERFACE_IS_TOO_LARGE.because(
                    url + " is too large to fetch: " + String.join("; ", answer.remarks()) + ".");
        }
        var path = url.replaceFirst("[?#].*$", "");
        return new Upload(path.substring(path.lastIndexOf('/') + 1), answer.body());
    }

    private static Problem unreachable(String detail) {
        return CatalogProblem.INTERFACE_IS_UNREACHABLE.because(detail);
    }
}
