package dev.interlock.ingest;

import dev.interlock.openapi.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a document is, told from its first part; whoever reads it in full has the last word. */
enum DocumentKind {
    OPENAPI("an OpenAPI document", "[\"']?(openapi|swagger)[\"']?\\s*:"),
    ARAZZO("an Arazzo document", "[\"']?arazzo[\"']?\\s*:"),
    POSTMAN("a Postman collection or environment", "_postman|getpostman\\.com"),
    BACKSTAGE("a Backstage catalog", "backstage\\.io/"),
    KUBERNETES("a Kubernetes manifest", "^\\s{0,2}\"?apiVersion\"?\\s*:"),
    TRACES("a file of traces", "\"resourceSpans\"|\"traceID\"|\"traceId\"|\"callCount\""),
    COMPOSE("a compose file", "^\\s{0,2}\"?services\"?\\s*:"),
    JUNIT("a test report", "<testsuites?[\\s>/]"),
    HURL("a Hurl file", "^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (https?://|\\{\\{)"),
    UNKNOWN("nothing that is known here", "\\z.");

    private static final int LOOKED_AT = 64 << 10;

    private final String words;
    private final Pattern sign;

    DocumentKind(String words, String sign) {
        this.words = words;
        this.sign = Pattern.compile(sign, Pattern.MULTILINE);
    }

    /** With an article, for sentences. */
    String words() {
        return words;
    }

    /** Whether it tells of services and what they depend on. */
    boolean landscape() {
        return this == COMPOSE || this == KUBERNETES || this == BACKSTAGE;
    }

    static DocumentKind of(Upload upload) {
        var name = upload.fileName().toLowerCase(Locale.ROOT);
        var bytes = upload.content();
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            return OPENAPI;
        }
        var text = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
        if (isProtobuf(name, bytes)) {
            return TRACES;
        }
        if (name.endsWith(".hurl")) {
            return HURL;
        }
        for (var kind : values()) {
            if (kind.top(text)) {
                return kind;
            }
        }
        return anywhere(new String(bytes, StandardCharsets.UTF_8));
    }

    /** An export request of OTLP begins with its first resource: field 1, a length, field 1 or 2. */
    private static boolean isProtobuf(String name, byte[] bytes) {
        return name.endsWith(".pb")
                || name.endsWith(".binpb")
                || name.endsWith(".otlp")
                || (bytes.length > 4 && bytes[0] == 0x0a && (bytes[1] < 0 || bytes[2] == 0x0a));
    }

    /** OpenAPI and Arazzo say so at the top level: at the start of a line, or among the first keys of an object. */
    private boolean top(String text) {
        if (this != OPENAPI && this != ARAZZO) {
            return sign.matcher(text).find();
        }
        return Pattern.compile("^\\s{0,4}" + sign.pattern() + "|^\\s*\\{\\s*" + sign.pattern(), Pattern.MULTILINE)
                .matcher(text)
                .find();
    }

    /** A JSON document written in one line may say what it is at its end. */
    private static DocumentKind anywhere(String text) {
        if (Pattern.compile("\"(openapi|swagger)\"\\s*:\\s*\"").matcher(text).find()) {
            return OPENAPI;
        }
        return Pattern.compile("\"arazzo\"\\s*:\\s*\"").matcher(text).find() ? ARAZZO : UNKNOWN;
    }
}
