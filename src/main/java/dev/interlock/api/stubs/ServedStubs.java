package dev.interlock.api.stubs;

import dev.interlock.security.AllowAnyone;
import dev.interlock.stub.StubAnswer;
import dev.interlock.stub.StubRequest;
import dev.interlock.stub.Stubs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers in place of services; systems under test are given the address as the base of the service. */
@RestController
@AllowAnyone("The token of 128 random bits is part of the address, and nothing but made-up answers is behind it.")
class ServedStubs {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_HEADER = 2_000;

    private final Stubs stubs;

    ServedStubs(Stubs stubs) {
        this.stubs = stubs;
    }

    @RequestMapping("/stubs/{token}/**")
    ResponseEntity<byte[]> serve(@PathVariable String token, HttpServletRequest request) throws IOException {
        var asked = request.getRequestURI().substring(("/stubs/" + token).length());
        var query = request.getQueryString();
        var body = request.getInputStream().readNBytes(MOST_BYTES);
        var served = stubs.serve(
                token,
                new StubRequest(
                        request.getMethod(),
                        (asked.isEmpty() ? "/" : asked) + (query == null ? "" : "?" + query),
                        headers(request),
                        new String(body, StandardCharsets.UTF_8)));
        return served.map(one -> answer(one.service().value(), one.answer()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> cut(Objects.requireNonNullElse(request.getHeader(name), "")),
                        (first, second) -> first));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
    }

    private static ResponseEntity<byte[]> answer(String service, StubAnswer answer) {
        var response = ResponseEntity.status(answer.status()).header(StubAnswer.MARK, service);
        if (!answer.contentType().isEmpty()) {
            response.header(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        return response.body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
