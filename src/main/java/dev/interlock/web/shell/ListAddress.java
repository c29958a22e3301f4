package dev.interlock.web.shell;

import dev.interlock.web.view.Facet;
import dev.interlock.web.view.SortLink;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The view of a list as its address says it; what is usual is left out of the address.
 *
 * @param path of the page
 * @param q text of the filter box
 * @param sort column, with a minus in front when descending
 * @param usualSort the order without a parameter
 */
public record ListAddress(String path, String q, String sort, String usualSort) {

    /** Reads the parameters of a request; missing ones mean the usual view. */
    public static ListAddress of(String path, @Nullable String q, @Nullable String sort, String usualSort) {
        return new ListAddress(
                path, q == null ? "" : q.strip(), sort == null || sort.isBlank() ? usualSort : sort, usualSort);
    }

    /** A facet link that puts {@code field:value} in the filter, or takes it out when it is there. */
    public Facet.Choice choice(String label, String field, String value, long count) {
        var token = field + ":" + value;
        var on = tokens().anyMatch(token::equals);
        var rest = tokens().filter(one -> !one.startsWith(field + ":"));
        var query = (on ? rest : Stream.concat(rest, Stream.of(token))).collect(Collectors.joining(" "));
        return new Facet.Choice(label, address(query, sort, null), count, on);
    }

    /** A header that sorts by a column; a second activation turns the order round. */
    public SortLink sortLink(String label, String field, boolean number, boolean downFirst) {
        var up = sort.equals(field);
        var down = sort.equals("-" + field);
        var next = down || (!up && !downFirst) ? field : "-" + field;
        var aria = up ? "ascending" : down ? "descending" : null;
        return new SortLink(label, address(q, next, null), aria, number ? "num" : null);
    }

    /** The address of the page that begins after a row. */
    public String after(String cursor) {
        return address(q, sort, cursor);
    }

    /** The address of the first page. */
    public String first() {
        return address(q, sort, null);
    }

    /** The column the list is sorted by, without its direction. */
    public String sortField() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** Whether the largest comes first. */
    public boolean descending() {
        return sort.startsWith("-");
    }

    private Stream<String> tokens() {
        return q.isEmpty() ? Stream.empty() : Arrays.stream(q.split("\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private String address(String query, String order, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (!order.equals(usualSort)) {
            address.queryParam("sort", order);
        }
        if (cursor != null) {
            address.queryParam("after", cursor);
        }
        return query.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(query).toUriString();
    }
}
