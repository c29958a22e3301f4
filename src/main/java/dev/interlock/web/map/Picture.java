package dev.interlock.web.map;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.web.map.MapLayout.Wire;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.view.Status;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A landscape as it is drawn.
 *
 * @param nodes in reading order: from left to right, then down
 */
record Picture(List<Node> nodes, List<Edge> edges, int width, int height) {

    /**
     * A service.
     *
     * @param step 1..5, strength of its colour
     * @param text number at its right: a score or a share
     * @param status worst of its paths, or its last result
     */
    record Node(Service service, int x, int y, int step, String text, Status status, int paths, String words) {
        /** Class of the strip at its side. */
        public String side() {
            return "side-" + status.css();
        }

        /** Class of the text on the coloured number. */
        public String ink() {
            return step >= 4 ? "on-high" : "on-low";
        }
    }

    /**
     * An integration.
     *
     * @param css "verified", "stale", "failing", "broken" or "untested"
     * @param width of its line, by number of paths
     * @param status what its paths say, or its last result
     */
    record Edge(Wire wire, MapLayout.Line line, String css, String width, int paths, Status status, String words) {
        /** Whether it has to catch the eye. */
        public boolean isMarked() {
            return css.equals("failing") || css.equals("broken");
        }
    }

    static Picture of(Landscape landscape, MapLayout layout, String colour) {
        var byWire = landscape.pathsByWire();
        var results = new LastResults(landscape);
        var asResult = "result".equals(colour);
        var nodes = landscape.services().stream()
                .map(service -> {
                    var paths = through(landscape, service.key());
                    return node(service, layout, paths, colour, asResult ? results.of(service.key()) : worst(paths));
                })
                .sorted(Comparator.comparingInt(Node::x).thenComparing(Node::y))
                .toList();
        var edges = landscape.wires().stream()
                .map(wire -> {
                    var paths = byWire.getOrDefault(wire.consumer() + " -> " + wire.provider(), List.of());
                    return edge(wire, layout.line(wire), paths, asResult ? results.of(wire) : ofEdge(paths));
                })
                .toList();
        return new Picture(nodes, edges, layout.width(), layout.height());
    }

    static List<PathRow> through(Landscape landscape, ServiceKey service) {
        return landscape.paths().stream()
                .filter(row -> row.path().services().contains(service))
                .toList();
    }

    private static Node node(Service service, MapLayout layout, List<PathRow> paths, String colour, Status status) {
        var place = layout.place(service.key());
        var score = paths.stream().mapToDouble(PathRow::score).max().orElse(0);
        var tested = paths.stream().filter(row -> row.tests() > 0).count();
        var coverage = "coverage".equals(colour);
        var text = paths.isEmpty()
                ? "–"
                : coverage ? tested + "/" + paths.size() : String.format(java.util.Locale.ROOT, "%.1f", score);
        return new Node(
                service,
                place.x(),
                place.y(),
                coverage ? coverageStep(tested, paths.size()) : step(score, paths),
                text,
                status,
                paths.size(),
                words(service, paths, score, tested, status));
    }

    private static String words(Service service, List<PathRow> paths, double score, long tested, Status status) {
        return paths.isEmpty()
                ? service.name() + ", no path"
                : String.format(
                        java.util.Locale.ROOT,
                        "%s, highest score %.1f, %s, %d of %d paths tested",
                        service.name(),
                        score,
                        status.word().toLowerCase(java.util.Locale.ROOT),
                        tested,
                        paths.size());
    }

    private static Edge edge(Wire wire, MapLayout.Line line, List<PathRow> paths, Status status) {
        return new Edge(
                wire,
                line,
                css(status),
                String.valueOf(Math.min(5, 1.5 + paths.size() * 0.5)),
                paths.size(),
                status,
                wire.consumer() + " to " + wire.provider() + ", " + paths.size() + " paths, "
                        + status.word().toLowerCase(java.util.Locale.ROOT));
    }

    /** A wire some verified path travels over works; it fails when only failing paths travel over it. */
    private static Status ofEdge(List<PathRow> paths) {
        var states = paths.stream().map(PathRow::status).toList();
        return List.of(Status.VERIFIED, Status.FAILING, Status.STALE).stream()
                .filter(states::contains)
                .findFirst()
                .orElse(Status.UNTESTED);
    }

    private static Status worst(List<PathRow> paths) {
        var states = paths.stream().map(PathRow::status).toList();
        return List.of(Status.FAILING, Status.STALE, Status.VERIFIED).stream()
                .filter(states::contains)
                .findFirst()
                .orElse(Status.UNTESTED);
    }

    private static String css(Status status) {
        return switch (status) {
            case VERIFIED, PASSED -> "verified";
            case FAILING, FAILED -> "failing";
            case BROKEN, BLOCKED -> "broken";
            case STALE -> "stale";
            case UNKNOWN -> "unknown";
            default -> "untested";
        };
    }

    private static int step(double score, List<PathRow> paths) {
        var highest = paths.stream()
                .map(PathRow::badge)
                .filter(badge -> badge != null)
                .map(badge -> List.of("low", "medium", "high", "critical").indexOf(badge.band()) + 2)
                .max(Comparator.naturalOrder());
        return score == 0 ? 1 : highest.orElse(1);
    }

    private static int coverageStep(long tested, int all) {
        return all == 0 ? 1 : Math.clamp(5 - Math.round(4.0 * tested / all), 1, 5);
    }

    /** Whether a node of this key is drawn. */
    boolean shows(@Nullable String key) {
        return nodes.stream().anyMatch(node -> node.service().key().value().equals(key));
    }
}
