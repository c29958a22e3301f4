package dev.interlock.security;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds any of many secrets, whatever their encoding, in one pass over a text. */
final class SecretIndex {
    private final Map<Integer, List<Needle>> byFirst = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** What is looked for and what is put there. */
    private static final class Needle {
        private final int[] codePoints;
        private final String mask;

        Needle(String text, String mask) {
            this.codePoints = text.codePoints().toArray();
            this.mask = mask;
        }
    }

    private record Hit(int end, String mask) {}

    /** Takes the secrets in the order in which they win. */
    SecretIndex(Stream<Map.Entry<String, String>> secrets, Charset charset) {
        secrets.forEach(secret -> {
            names.add(secret.getKey());
            add(secret.getValue(), "$" + secret.getKey());
            base64Forms(secret.getValue().getBytes(charset)).forEach(form -> add(form, "$" + secret.getKey()));
        });
    }

    Set<String> names() {
        return names;
    }

    String replaceIn(String text) {
        if (byFirst.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); ) {
            var hit = longestAt(text, at);
            if (hit == null) {
                masked.append(text.charAt(at++));
            } else {
                masked.append(hit.mask());
                at = hit.end();
            }
        }
        return masked.toString();
    }

    private @Nullable Hit longestAt(String text, int at) {
        var best = (Hit) null;
        for (var form : EncodedForm.ALL) {
            var first = form.unitAt(text, at);
            for (var needle : byFirst.getOrDefault(first.codePoint(), List.of())) {
                var end = endOfMatch(text, at, needle, form);
                if (end > (best == null ? at : best.end())) {
                    best = new Hit(end, needle.mask);
                }
            }
        }
        return best;
    }

    private static int endOfMatch(String text, int start, Needle needle, EncodedForm form) {
        var at = start;
        for (var codePoint : needle.codePoints) {
            if (at >= text.length()) {
                return -1;
            }
            var unit = form.unitAt(text, at);
            if (unit.codePoint() != codePoint && !form.alsoMeans(unit.codePoint(), codePoint)) {
                return -1;
            }
            at += unit.length();
        }
        return at;
    }

    private void add(String text, String mask) {
        if (!text.isEmpty()) {
            var needle = new Needle(text, mask);
            byFirst.computeIfAbsent(needle.codePoints[0], first -> new ArrayList<>())
                    .add(needle);
            if (text.startsWith(" ")) {
                byFirst.computeIfAbsent((int) '+', first -> new ArrayList<>()).add(needle);
            }
        }
    }

    /** The parts of the base64 text that depend on nothing but these bytes, for each place they can begin at. */
    private static Set<String> base64Forms(byte[] secret) {
        var forms = new HashSet<String>();
        for (var before = 0; before < 3; before++) {
            var padded = new byte[before + secret.length];
            System.arraycopy(secret, 0, padded, before, secret.length);
            var from = (before * 8 + 5) / 6;
            var to = padded.length * 8 / 6;
            forms.add(Base64.getEncoder().encodeToString(padded).substring(from, to));
            forms.add(Base64.getUrlEncoder().encodeToString(padded).substring(from, to));
        }
        return forms;
    }
}
