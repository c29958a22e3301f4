package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two revisions of one operation, or of one request a service sends to its subscribers. */
final class OperationComparison {
    private final ChangeLog log;
    private final Seat seat;
    private final SchemaComparison schemas;
    private final ContentComparison contents;
    private final ParameterComparison parameters;
    private final SecurityComparison security;

    OperationComparison(OpenApiDocument before, OpenApiDocument after, ChangeLog log, Seat seat) {
        this.log = log;
        this.seat = seat;
        this.schemas = new SchemaComparison(before, after);
        this.contents = new ContentComparison(before, after, schemas);
        this.parameters = new ParameterComparison(before, after, log, schemas);
        this.security = new SecurityComparison(before, after);
    }

    /** Everything callers send and get. */
    void contract(Operation then, Operation now) {
        parameters.compare(seat, then, now);
        body(then.requestBody(), now.requestBody());
        responses(then, now);
        if (seat.asks() == Direction.REQUEST) {
            security.compare(then, now, seat.asking(log, "security"), seat.name());
        }
    }

    /** What is worth knowing and asks nothing of callers. */
    void remarks(Operation then, Operation now) {
        var whole = seat.whole(log, "");
        if (now.deprecated() && !then.deprecated()) {
            whole.info(Rule.OPERATION_DEPRECATED, seat.name() + " is deprecated now.");
        }
        if (!then.operationId().equals(now.operationId())) {
            whole.info(
                    Rule.OPERATION_ID_CHANGED,
                    "%s had the id '%s' and has '%s' now."
                            .formatted(
                                    seat.name(),
                                    then.operationId().orElse(""),
                                    now.operationId().orElse("")));
        }
        if (!then.servers().equals(now.servers())) {
            whole.info(Rule.SERVERS_CHANGED, "%s names other servers now.".formatted(seat.name()));
        }
        for (var response : now.responses()) {
            then.responses().stream()
                    .filter(earlier -> earlier.code().equalsIgnoreCase(response.code()))
                    .findFirst()
                    .ifPresent(earlier -> links(earlier, response));
        }
    }

    private void links(Response then, Response now) {
        var earlier = byName(then.links(), Link::name).keySet();
        var later = byName(now.links(), Link::name).keySet();
        var at = seat.answering(log, now.code() + " links");
        var gone = new TreeSet<>(earlier);
        gone.removeAll(later);
        gone.forEach(link -> at.info(Rule.LINK_REMOVED, "The link %s was removed.".formatted(link)));
        var come = new TreeSet<>(later);
        come.removeAll(earlier);
        come.forEach(link -> at.info(Rule.LINK_ADDED, "The link %s was added.".formatted(link)));
    }

    private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
        var byName = new LinkedHashMap<String, T>();
        list.forEach(one -> byName.put(name.apply(one), one));
        return byName;
    }

    private void body(Optional<RequestBody> then, Optional<RequestBody> now) {
        var at = seat.asking(log, "request body");
        if (then.isPresent() && now.isPresent()) {
            required(at, then.get().required(), now.get().required());
            contents.compare(at, then.get().contents(), now.get().contents());
        } else if (then.isPresent()) {
            at.breaking(Rule.BODY_REMOVED, "The request body was removed.");
        } else if (now.isPresent() && now.get().required()) {
            at.narrower(Rule.BODY_ADDED, "A required request body was added.");
        } else if (now.isPresent()) {
            at.safe(Rule.BODY_ADDED, "An optional request body was added.");
        }
    }

    private static void required(ChangeLog.Place at, boolean then, boolean now) {
        if (now && !then) {
            at.narrower(Rule.BODY_REQUIRED, "The request body is required now.");
        } else if (then && !now) {
            at.wider(Rule.BODY_REQUIRED, "The request body is optional now.");
        }
    }

    private void responses(Operation then, Operation now) {
        var earlier = byName(then.responses(), response -> response.code().toUpperCase(Locale.ROOT));
        var later = byName(now.responses(), response -> response.code().toUpperCase(Locale.ROOT));
        earlier.forEach((code, response) -> {
            var at = seat.answering(log, code);
            var same = later.get(code);
            if (same != null) {
                headers(at, response, same);
                contents.compare(at, response.contents(), same.contents());
            } else if (response.success()) {
                at.breaking(Rule.STATUS_REMOVED, "The status %s of success was removed.".formatted(code));
            } else {
                at.safe(Rule.STATUS_REMOVED, "The status %s was removed.".formatted(code));
            }
        });
        later.keySet().stream()
                .filter(code -> !earlier.containsKey(code))
                .forEach(code ->
                        seat.answering(log, code).safe(Rule.STATUS_ADDED, "The status %s was added.".formatted(code)));
    }

    private void headers(ChangeLog.Place at, Response then, Response now) {
        var earlier = byName(then.headers(), header -> header.name().toLowerCase(Locale.ROOT));
        var later = byName(now.headers(), header -> header.name().toLowerCase(Locale.ROOT));
        earlier.forEach((name, header) -> header(at.below(" header " + name), name, header, later.get(name)));
        later.keySet().stream()
                .filter(name -> !earlier.containsKey(name))
                .forEach(name -> at.below(" header " + name)
                        .safe(Rule.HEADER_ADDED, "The header %s was added.".formatted(name)));
    }

    private void header(ChangeLog.Place at, String name, Header then, @Nullable Header now) {
        if (now != null) {
            if (then.required() && !now.required()) {
                at.breaking(Rule.HEADER_REMOVED, "The header %s is no longer always sent.".formatted(name));
            }
            schemas.compare(then.schema(), now.schema(), at);
        } else if (then.required()) {
            at.breaking(Rule.HEADER_REMOVED, "The header %s that was always sent was removed.".formatted(name));
        } else {
            at.safe(Rule.HEADER_REMOVED, "The optional header %s was removed.".formatted(name));
        }
    }
}
