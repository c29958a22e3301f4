package dev.interlock.schedule.trigger;

import dev.interlock.schedule.HookCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as Standard Webhooks 1.0 has them: {@code v1,} and base64 of HMAC-SHA256 over id, timestamp and body. */
final class HookSignature {
    static final String SECRET_PREFIX = "whsec_";
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;

    private HookSignature() {}

    /** Whether one of the signatures is right and the time near enough. */
    static boolean holds(String secret, HookCall call, Instant now) {
        if (call.id().isBlank() || call.id().length() > LONGEST_ID || !isNear(call.timestamp(), now)) {
            return false;
        }
        var right = sign(secret, call).getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(call.signature().split(" ", 10))
                .anyMatch(given -> MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8)));
    }

    static String sign(String secret, HookCall call) {
        try {
            var key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var text = call.id() + "." + call.timestamp() + "." + call.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    private static boolean isNear(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    }
}
