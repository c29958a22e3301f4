package dev.interlock.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code $NAME} where a secret stands, before anything is stored. A secret is found as it is, percent-encoded, with
 * JSON or HTML escapes, and in base64 at each of its three alignments. Values shorter than four characters cannot be
 * told from ordinary text and are left alone.
 */
public final class Masking {
    private static final int SHORTEST = 4;
    private static final String HIDDEN = "(masked)";
    private static final Set<String> DENIED = Set.of(
            "authorization",
            "proxy-authorization",
            "authentication-info",
            "cookie",
            "set-cookie",
            "x-api-key",
            "api-key",
            "apikey",
            "x-goog-api-key",
            "x-functions-key",
            "ocp-apim-subscription-key",
            "x-amz-security-token",
            "x-amz-signature");
    private static final List<String> DENIED_ENDINGS =
            List.of("-token", "-secret", "-password", "-api-key", "-signature", "-session");

    private final SecretIndex index;
    private final SecretIndex bytes;

    private Masking(Map<String, String> values) {
        this.index = new SecretIndex(longestFirst(values), StandardCharsets.UTF_8);
        this.bytes = new SecretIndex(
                longestFirst(values)
                        .map(entry -> Map.entry(entry.getKey(), asSingleBytes(entry.getValue())))
                        .toList()
                        .stream(),
                StandardCharsets.ISO_8859_1);
    }

    /** Masks these values, each by its name. */
    public static Masking of(Map<String, String> values) {
        return new Masking(values);
    }

    /** A field of a message head. */
    public record Header(String name, String value) {}

    /** The text without secrets. */
    public String text(String text) {
        return index.replaceIn(text);
    }

    /** The bytes without secrets; what is no text in the charset named is searched byte by byte. */
    public byte[] body(byte[] body, @Nullable String contentType) {
        var charset = charset(contentType);
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            var masked = index.replaceIn(text);
            return masked.equals(text) ? body : masked.getBytes(charset);
        } catch (CharacterCodingException e) {
            var text = new String(body, StandardCharsets.ISO_8859_1);
            return bytes.replaceIn(text).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** The fields without secrets; those that carry credentials by their name show nothing but a scheme. */
    public List<Header> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> new Header(header.name(), headerValue(header)))
                .toList();
    }

    private String headerValue(Header header) {
        var masked = text(header.value());
        if (!isDenied(header.name()) || isNothingButAName(masked)) {
            return masked;
        }
        return HIDDEN;
    }

    private static boolean isDenied(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return DENIED.contains(lower) || DENIED_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private boolean isNothingButAName(String masked) {
        var credentials = masked.substring(masked.indexOf(' ') + 1);
        return credentials.startsWith("$") && index.names().contains(credentials.substring(1));
    }

    private static Stream<Map.Entry<String, String>> longestFirst(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().length() >= SHORTEST)
                .sorted(Comparator.<Map.Entry<String, String>>comparingInt(
                                entry -> -entry.getValue().length())
                        .thenComparing(Map.Entry::getKey));
    }

    private static String asSingleBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Charset charset(@Nullable String contentType) {
        var lower = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        var at = lower.indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        var name =
                lower.substring(at + "charset=".length()).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            var charset = Charset.forName(name);
            return charset.canEncode() ? charset : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
