package dev.interlock.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Media types as documents and services write them. */
final class MediaTypes {
    private MediaTypes() {}

    /** Type and subtype in small letters, parameters cut off. */
    static String essence(String mediaType) {
        var end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String mediaType) {
        var essence = essence(mediaType);
        return essence.endsWith("/json") || essence.endsWith("+json") || essence.equals("application/*+json");
    }

    /** The content that describes a media type: the same one, else {@code type/*}, else any. */
    static Optional<Content> bestMatch(List<Content> contents, String mediaType) {
        var essence = essence(mediaType);
        return named(contents, essence)
                .or(() -> named(contents, suffixRange(essence)))
                .or(() -> named(contents, essence.substring(0, Math.max(0, essence.indexOf('/'))) + "/*"))
                .or(() -> named(contents, "*/*"))
                .or(() -> named(contents, "*"));
    }

    private static String suffixRange(String essence) {
        var plus = essence.lastIndexOf('+');
        var slash = essence.indexOf('/');
        return plus < 0 || slash < 0 ? essence : essence.substring(0, slash) + "/*" + essence.substring(plus);
    }

    private static Optional<Content> named(List<Content> contents, String essence) {
        return contents.stream()
                .filter(content -> essence(content.mediaType()).equals(essence))
                .findFirst();
    }
}
