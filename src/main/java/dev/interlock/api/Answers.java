package dev.interlock.api;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers that carry the version of an entity. */
public final class Answers {
    private Answers() {}

    /** An entity with its version as ETag. */
    public static <T> ResponseEntity<T> entity(T body, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /** An entity just made, with its address below the one of the request. */
    public static <T> ResponseEntity<T> created(T body, long version, String below) {
        return ResponseEntity.created(address(below)).eTag(tag(version)).body(body);
    }

    /** An address below the one of the request. */
    public static URI address(String below) {
        return ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(below)
                .replaceQuery(null)
                .build()
                .toUri();
    }

    /** The address of a page. */
    public static String page(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .build()
                .toUriString();
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
