package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares the media types of one body. */
final class ContentComparison {
    private final OpenApiDocument before;
    private final OpenApiDocument after;
    private final SchemaComparison schemas;

    ContentComparison(OpenApiDocument before, OpenApiDocument after, SchemaComparison schemas) {
        this.before = before;
        this.after = after;
        this.schemas = schemas;
    }

    void compare(ChangeLog.Place at, List<Content> then, List<Content> now) {
        var earlier = byType(then);
        var later = byType(now);
        earlier.forEach((mediaType, content) -> {
            var same = match(now, mediaType);
            if (same.isEmpty()) {
                at.breaking(
                        Rule.MEDIA_TYPE_REMOVED,
                        "%s no longer has the media type %s.".formatted(at.where(), mediaType));
            } else {
                schemas.compare(content.schema(), same.get().schema(), at.below(" " + mediaType + " "));
                encoding(content, same.get(), at.below(" " + mediaType));
            }
        });
        later.keySet().stream()
                .filter(mediaType -> match(then, mediaType).isEmpty())
                .forEach(mediaType -> at.safe(
                        Rule.MEDIA_TYPE_ADDED, "%s may have the media type %s now.".formatted(at.where(), mediaType)));
    }

    private static Map<String, Content> byType(List<Content> contents) {
        var all = new LinkedHashMap<String, Content>();
        contents.forEach(content -> all.put(MediaTypes.essence(content.mediaType()), content));
        return all;
    }

    /** A body of any type is kept when it has one type now: nobody could tell which it was. */
    private static Optional<Content> match(List<Content> contents, String mediaType) {
        var same = MediaTypes.bestMatch(contents, mediaType);
        return mediaType.equals("*/*") ? same.or(() -> contents.stream().findFirst()) : same;
    }

    private void encoding(Content then, Content now, ChangeLog.Place at) {
        if (!encoding(before, then).equals(encoding(after, now))) {
            at.unknown("%s changed in 'encoding', which is not judged.".formatted(at.where()));
        }
    }

    private static Optional<JsonNode> encoding(OpenApiDocument document, Content content) {
        return document.at(content.pointer() + "/encoding").filter(node -> !node.isEmpty());
    }
}
