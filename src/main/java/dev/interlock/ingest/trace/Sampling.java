package dev.interlock.ingest.trace;

import java.util.Map;

/** How many traces a sampled one stands for, where its sampler says so. */
final class Sampling {
    private static final double MOST = 1_000_000;
    private static final int DIGITS = 14;

    private Sampling() {}

    /**
     * The weight of a trace: from the threshold OpenTelemetry keeps in the state of the trace, or from the tags of Jaeger's
     * sampler; 1 when nobody says anything.
     */
    static double weight(String traceState, Map<String, String> tags) {
        for (var vendor : traceState.split(",")) {
            if (vendor.strip().startsWith("ot=")) {
                return fromThreshold(vendor.strip().substring(3));
            }
        }
        if ("probabilistic".equals(tags.get("sampler.type"))) {
            return fromShare(tags.getOrDefault("sampler.param", ""));
        }
        return 1;
    }

    private static double fromThreshold(String members) {
        for (var member : members.split(";")) {
            if (member.matches("th:[0-9a-f]{1,14}")) {
                var digits = member.substring(3);
                var threshold = Long.parseLong(digits + "0".repeat(DIGITS - digits.length()), 16);
                return clamped(1 - threshold / (double) (1L << 56));
            }
        }
        return 1;
    }

    private static double fromShare(String text) {
        try {
            return clamped(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static double clamped(double share) {
        return share > 0 && share <= 1 ? Math.min(MOST, 1 / share) : 1;
    }
}
